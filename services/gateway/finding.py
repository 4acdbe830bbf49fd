"""Finding conversations by their customers' names and numbers, by the terms that ingest writes down."""

from collections.abc import Sequence

from libs.common.entities import Conversation, ConversationTerm
from libs.common.finding import Sought, below, sought
from libs.common.store.port import Reader
from libs.common.store.query import Cursor, Query, Range


async def found(
    reader: Reader, text: str, *, limit: int, after: Cursor | None = None
) -> tuple[list[Conversation], Cursor | None]:
    """A page of the conversations that this text finds, the latest first, and where to go on.

    Reads as many terms as the limit says for each way in which the text may be meant (a number's beginning, or its
    end), and their conversations; how many there are in all does not matter. A page may hold fewer than there are
    terms, and be followed by another all the same.
    """
    wish = sought(text)
    if wish is None:
        return [], None
    terms, more = await _terms(reader, wish, limit, after)
    rows = await reader.get_many(Conversation, [term.conversation_id for term in terms])
    # One that several of its terms find stands where the first of them is.
    those = [row for term, row in zip(terms, rows, strict=True) if row and wish.places(row.terms)[:1] == [term.term]]
    return sorted(those, key=lambda row: row.updated_at, reverse=True), more


async def _terms(
    reader: Reader, wish: Sought, limit: int, after: Cursor | None
) -> tuple[Sequence[ConversationTerm], Cursor | None]:
    terms: list[ConversationTerm] = []
    for lead in wish.leads:
        if after is not None and not str(after.values[0]).startswith(lead):
            continue  # the page before ended further on
        within = Range("term", at_least=lead, below=below(lead))
        page = await reader.find(Query(ConversationTerm, range=within, limit=limit, after=after))
        terms += page.items
        if page.next is not None:
            return terms, page.next
        after = None
    return terms, None
