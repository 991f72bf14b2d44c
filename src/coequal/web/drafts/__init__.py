"""Nothing typed is lost: what came in when its session was over waits for its owner.

How it walks: every form carries a slip (`slips`, by the tag that writes its token). A
form that arrives for somebody who is not here, or that cannot be taken, is sealed to
them (`middleware`). When they are back on its page, its fields are filled in again
(`fill`), and a line on top says what happened (`telling`).
"""
