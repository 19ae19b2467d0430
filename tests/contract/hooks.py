"""Signs schemathesis in as the dashboard does: a session cookie, and a header against forgery."""

import os

import requests
import schemathesis

ORIGIN = os.environ["SIMGROVE_ORIGIN"]
LOGIN = {"email": os.environ["SIMGROVE_LOGIN"], "password": os.environ["SIMGROVE_PASSWORD"]}


@schemathesis.auth()
class Session:
    """Signed in once, and again whenever a case has ended the session (schemathesis retries a 401)."""

    def get(self, case, context):
        answer = requests.post(f"{ORIGIN}/api/v1/session", json=LOGIN, timeout=20)
        answer.raise_for_status()
        return {"cookies": answer.cookies.get_dict(), "csrf": answer.json()["csrf_token"]}

    def set(self, case, session, context):
        case.cookies = {**(case.cookies or {}), **session["cookies"]}
        case.headers = {**(case.headers or {}), "X-CSRF-Token": session["csrf"]}


@schemathesis.hook
def before_call(context, case, kwargs):
    """A cursor is only ever one that the API gave: an invented one is refused, whatever its schema says.

    A link may hand on a list of ids where its parameter takes one: a case that means to be valid sends the last.
    """
    if case.query:
        case.query.pop("cursor", None)
    if case.query and case.meta and case.meta.generation.mode.is_positive:
        for name, value in case.query.items():
            if isinstance(value, list) and value:
                case.query[name] = value[-1]
