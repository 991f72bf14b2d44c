"""Notes: a room of one's own, of which nobody else ever sees anything.

All of it has one address, `/notes/`. Whoever looks over somebody's shoulder, at the
history of a browser or into a log then reads only that Notes were open: not whether
somebody read about fear, wrote, or ticked anything. So which page is shown is not said
by an address but kept with the session, sealed, and every form is answered by going
to the same address again.

How a request walks through:

1. `views.notes` turns away whoever may not be here, and shows the screen lock if the
   passphrase was not given in the last minutes.
2. A link (GET) shows the page that is open: `open_page.OpenPage` says which, and the
   table `views.SHOWS` which function makes it. It writes nothing.
3. A form (POST) names the page it stands on, its leaf, and a button of it either goes
   to another page or does something: `forms.Press`. To save, the table `views.SAVES`
   names the function of that page. What it keeps goes through `store`.
4. Then the browser is sent to the same address, which shows the next page; or the
   form comes back with all that was typed, if it could not be kept.
"""
