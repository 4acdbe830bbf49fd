"""Which number calls an ambulance where a business is, as far as its timezone tells.

Only numbers that hold for the whole of a country and for mobile phones: 112 in the European Union and its neighbours,
and what the countries' own emergency services publish. Where a timezone is of no country, or a country has a number for
each region, none is named.
"""

from collections.abc import Mapping

_ZONES: Mapping[str, str] = {
    "112": "Europe/Amsterdam Europe/Andorra Europe/Athens Europe/Berlin Europe/Bratislava Europe/Brussels "
    "Europe/Bucharest Europe/Budapest Europe/Busingen Europe/Copenhagen Europe/Dublin Europe/Helsinki Europe/Istanbul "
    "Europe/Lisbon Europe/Ljubljana Europe/Luxembourg Europe/Madrid Europe/Malta Europe/Oslo Europe/Paris "
    "Europe/Prague Europe/Riga Europe/Rome Europe/Sofia Europe/Stockholm Europe/Tallinn Europe/Vaduz Europe/Vienna "
    "Europe/Vilnius Europe/Warsaw Europe/Zagreb Europe/Zurich Atlantic/Canary Atlantic/Madeira Atlantic/Azores "
    "Atlantic/Reykjavik Africa/Ceuta Asia/Nicosia Asia/Kolkata Asia/Calcutta Africa/Johannesburg",
    "999": "Europe/London Europe/Belfast Europe/Jersey Europe/Guernsey Europe/Isle_of_Man Asia/Hong_Kong "
    "Asia/Kuala_Lumpur",
    "911": "America/New_York America/Chicago America/Denver America/Los_Angeles America/Phoenix America/Anchorage "
    "America/Detroit America/Boise Pacific/Honolulu America/Puerto_Rico America/Toronto America/Montreal "
    "America/Vancouver America/Edmonton America/Winnipeg America/Regina America/Halifax America/St_Johns "
    "America/Mexico_City America/Monterrey America/Tijuana America/Cancun America/Merida America/Hermosillo "
    "Asia/Manila",
    "192": "America/Sao_Paulo America/Bahia America/Fortaleza America/Recife America/Manaus America/Belem "
    "America/Cuiaba America/Maceio America/Porto_Velho America/Rio_Branco America/Campo_Grande America/Boa_Vista",
    "000": "Australia/Sydney Australia/Melbourne Australia/Brisbane Australia/Perth Australia/Adelaide "
    "Australia/Darwin Australia/Hobart Australia/Canberra",
    "111": "Pacific/Auckland",
    "119": "Asia/Tokyo Asia/Seoul Asia/Taipei",
    "995": "Asia/Singapore",
    "998": "Asia/Dubai",
    "997": "Asia/Riyadh",
    "123": "Africa/Cairo America/Bogota",
    "131": "America/Santiago",
    "101": "Asia/Jerusalem",
}
_NUMBERS: Mapping[str, str] = {zone: number for number, zones in _ZONES.items() for zone in zones.split()}


def emergency_number(timezone: str) -> str | None:
    """The number to call there; None where it is not certain."""
    return _NUMBERS.get(timezone)
