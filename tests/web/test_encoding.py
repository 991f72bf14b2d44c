from __future__ import annotations

from tests.web.cast import Person, html_of
from tests.web.decide.acts import raised


def test_a_form_in_another_encoding_is_read_as_what_our_pages_send(
    alice: Person, place: str
) -> None:
    where = raised(alice, place)
    # In UTF-7 this is half a character, which cannot be written down.
    half = "+2AA-abc"
    body = "".join(
        f'--B\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{said}\r\n'
        for name, said in {"do": "add", "text": half}.items()
    )
    kind = "multipart/form-data; boundary=B; charset=utf-7"
    sent = alice.client.generic("POST", where, f"{body}--B--\r\n", content_type=kind)
    assert sent.status_code == 303
    assert half in html_of(alice.get(where))
