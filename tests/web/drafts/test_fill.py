"""A form of any page is filled in again, and nothing but what was typed there."""

from __future__ import annotations

import pytest

from coequal.web.drafts.fill import Filled, filled, marked, on_top

KEY = "ab" * 32
PAGE = """<main id="main"><p>é\u2028 <b>x</b></p>
<form method="post" action="/other/"><input name="text" value=""></form>
<form method="post">
  <input type="hidden" name="ref" value="old">
  <input type="hidden" name="was" value="old">
  <input name="text" value="as it was" required>
  <input name="text" value="">
  <input type="password" name="phrase">
  <textarea name="more" rows="2">
before</textarea>
  <select name="area"><option value="">-</option><option value="a" selected>A</option>
  <option value="b">B</option></select>
  <input type="radio" name="who" value="me" checked>
  <input type="radio" name="who" value="you">
  <input type="checkbox" name="part" value="1" checked>
  <input type="checkbox" name="part" value="2">
  <button name="do" value="send">Send</button>
</form></main>"""


def fill(*fields: tuple[str, str], to: str = "/page/", html: str = PAGE) -> Filled:
    return filled(html, page="/page/", to=to, fields=fields, key=KEY)


@pytest.mark.parametrize(
    ("field", "drawn"),
    [
        (("text", 'a "b" <i>&'), 'value="a &quot;b&quot; &lt;i&gt;&amp;" required'),
        (("more", "<b>\nnow"), 'rows="2">\n&lt;b&gt;\nnow</textarea>'),
        (("area", "b"), '<option value="b" selected>'),
        (("who", "you"), '<input type="radio" name="who" value="you" checked>'),
        (("part", "2"), '<input type="checkbox" name="part" value="2" checked>'),
    ],
)
def test_each_kind_of_field_gets_what_was_typed(
    field: tuple[str, str], drawn: str
) -> None:
    page = fill(field)
    assert page.fits
    assert drawn in page.html
    assert page.rest == ()
    assert page.html.count(KEY) == 1


def test_what_was_taken_back_is_not_ticked_again() -> None:
    page = fill(("who", "you"), ("part", "2"), ("area", "b")).html
    assert page.count("checked") == 2
    assert page.count("selected") == 1


def test_several_of_one_name_come_in_their_order_and_what_is_over_is_told() -> None:
    page = fill(("text", "one two"), ("text", "three four"), ("text", "five six"))
    assert page.html.index("one two") < page.html.index("three four")
    assert page.rest == ("five six",)


def test_a_form_sent_elsewhere_is_another_form() -> None:
    page = fill(("text", "hello you"), to="/other/").html
    assert page.index("hello you") < page.index('name="ref"')


def test_nothing_hidden_secret_or_pressed_is_filled_in() -> None:
    page = fill(
        ("text", "hello you"), ("ref", "new"), ("phrase", "new"), ("do", "other")
    ).html
    assert "new" not in page
    assert "other" not in page.replace("/other/", "")


def test_which_text_was_changed_goes_with_what_was_typed() -> None:
    assert 'name="was" value="seen"' in fill(("more", "now"), ("was", "seen")).html


@pytest.mark.parametrize("html", ["", "<p>gone</p>", '<form method="get"></form>'])
def test_where_there_is_no_such_form_all_of_it_is_told(html: str) -> None:
    page = fill(("text", "hello you"), ("do", "send"), ("ref", "ab" * 16), html=html)
    assert (page.html, page.fits, page.rest) == (html, False, ("hello you",))


def test_an_empty_field_does_not_make_a_form_the_right_one() -> None:
    assert not fill(("text", " "), ("do", "send")).fits


def test_every_form_below_names_what_was_told() -> None:
    html = f'<form method="post" class="leaving"></form>{PAGE}'
    assert marked(html, KEY).count(KEY) == 2


def test_a_line_stands_on_top_of_a_page_that_has_a_top() -> None:
    assert on_top(PAGE, "<p>!</p>").startswith('<main id="main"><p>!</p><p>')
    assert on_top("plain", "<p>!</p>") == "plain"
