"""`frontdesk vault rotate`: the key that seals credentials, changed."""

from libs.common import key_file
from libs.common.settings import Settings
from libs.common.vault import Vault
from services.cli.house import House
from services.cli.shown import Shown
from services.gateway.resealing import Resealed, reseal_all


async def rotate(house: House) -> Shown:
    """Seal all credentials with a new key, or with the first of those that are set."""
    settings = house.parts.settings
    if settings.vault_keys is not None:
        done = await reseal_all(house.parts, house.parts.vault)
        said = (
            "with the first of FRONTDESK_VAULT_KEYS. Once every process runs with it, the others can go. Backups that "
            "were made before open with the old ones only."
        )
        return _shown(done, said)
    with house.alone("gateway"):  # a server would go on with the old key
        done = await _with_new_key(house, settings)
    path = settings.data / key_file.KEY_FILE
    return _shown(done, f"with a new key in {path}. Keep a copy of it; backups that were made before need the old one.")


async def _with_new_key(house: House, settings: Settings) -> Resealed:
    """Whatever ends it, the file's keys open all: the old go once nothing is sealed with them."""
    keys = [key_file.new_key(), *key_file.read(settings.data)]
    key_file.replace(settings.data, keys)
    done = await reseal_all(house.parts, Vault(keys))
    key_file.replace(settings.data, keys[:1])
    return done


def _shown(done: Resealed, said: str) -> Shown:
    what = "1 credential is" if done.count == 1 else f"{done.count:,} credentials are"
    refused = [f"{key_id} opens with no key and stays as it is; connect its number again." for key_id in done.left]
    return Shown(f"{what} sealed {said}", {"sealed": done.count, "left": list(done.left)}, refused)
