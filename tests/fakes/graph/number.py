"""A business phone number, as the Graph API knows it, and the templates that were approved for it."""

from dataclasses import dataclass, field

from tests.fakes.graph.errors import GraphError, invalid
from tests.fakes.graph.limits import Json
from tests.fakes.graph.sent import template_parameters


@dataclass(eq=False)
class BusinessNumber:
    """One number. `token` alone may use it; `webhook` and `app_secret`, when set, stand before the stand-in's own."""

    id: str
    token: str
    display_phone_number: str
    verified_name: str
    account_id: str
    quality_rating: str = "GREEN"
    webhook: str | None = None
    app_secret: str | None = None
    templates: dict[tuple[str, str], int] | None = field(default=None)

    def node(self, fields: str) -> Json:
        """The answer to `GET /{phone_number_id}?fields=…`; "" asks for the usual fields. Raises GraphError."""
        node: Json = {
            "verified_name": self.verified_name,
            "code_verification_status": "VERIFIED",
            "display_phone_number": self.display_phone_number,
            "quality_rating": self.quality_rating,
            "platform_type": "CLOUD_API",
            "throughput": {"level": "STANDARD"},
        }
        for name in (wanted := [name.strip() for name in fields.split(",") if name.strip()]):
            if name not in {*node, "id"}:
                raise invalid(f"Tried accessing nonexisting field ({name}) on node type (WhatsAppBusinessPhoneNumber)")
        return {**{name: value for name, value in node.items() if not wanted or name in wanted}, "id": self.id}

    def approve(self, name: str, language: str, parameters: int = 0) -> None:
        """From the first approved template on, only approved ones go out; before that, every name is taken."""
        self.templates = {**(self.templates or {}), (name, language): parameters}

    def check_template(self, template: Json) -> None:
        """Raise GraphError for a template that is not approved, or that is filled with too many or too few values."""
        if self.templates is None:
            return
        name, language = template["name"], template["language"]["code"]
        expected = self.templates.get((name, language))
        if expected is None:
            raise GraphError(132001, details=f"template name ({name}) does not exist in {language}")
        given = len(template_parameters(template))
        if given != expected:
            details = f"body: number of localizable_params ({given}) does not match the expected number of params"
            raise GraphError(132000, details=f"{details} ({expected})")

    @property
    def digits(self) -> str:
        """The display number as webhooks carry it."""
        return "".join(character for character in self.display_phone_number if character.isdigit())
