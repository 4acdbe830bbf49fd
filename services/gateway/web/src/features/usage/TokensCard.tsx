import { Text } from "@mantine/core";

import { Card } from "@/components/Card";

import type { Usage } from "./api/read-usage";
import { Figure } from "./Figure";
import { TOKENS, withoutEmpty } from "./series";
import { tokensOf, type Totals } from "./totals";

const WHAT_THEY_ARE = "Pieces of words that a language model reads and writes. Its provider bills them.";

/** What language models and embeddings used; where there is none, that there is nothing to pay. */
export function TokensCard({ usage: { items, languageModel }, totals }: { usage: Usage; totals: Totals }) {
  const note = noteOf(languageModel, totals);
  const hasAny = tokensOf(totals) > 0;
  return (
    <Card title="Tokens" {...(hasAny && { about: WHAT_THEY_ARE })}>
      {note && (
        <Text size="sm" c="dimmed" {...(hasAny && { mb: "md" })}>
          {note}
        </Text>
      )}
      {hasAny && <Figure label="Tokens" days={items} stacks={withoutEmpty(TOKENS, items)} />}
    </Card>
  );
}

function noteOf(hasLanguageModel: boolean, totals: Totals): string | null {
  const hasAny = tokensOf(totals) > 0;
  if (!hasLanguageModel && !hasAny) {
    return "None. No language model is set: the assistant answers from your documents in their own words, here on this machine, and nothing is billed for it.";
  }
  if (!hasLanguageModel) return "No language model is set now. These were used while one was.";
  if (!hasAny) return "None in these days: the language model was not asked.";
  if (totals.read + totals.said === 0) return "The language model was not asked in these days. Only new documents took tokens, to be searchable.";
  return null;
}
