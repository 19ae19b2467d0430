"""Signs schemathesis in as the dashboard does: a session cookie, and a header against forgery."""

import os
import time

import requests
import schemathesis

ORIGIN = os.environ["SIMGROVE_ORIGIN"]
LOGIN = {"email": os.environ["SIMGROVE_LOGIN"], "password": os.environ["SIMGROVE_PASSWORD"]}


@schemathesis.auth()
class Session:
    """Signed in once, and again when a case has ended the session.

    Schemathesis asks again after every 401, also where a case tried to sign in with a wrong password: then the session
    still runs. Many of those cases make the next sign-in wait.
    """

    def __init__(self):
        self.session = None

    def get(self, case, context):
        if self.session is None or not self.runs():
            self.session = self.sign_in()
        return self.session

    def runs(self):
        cookies = self.session["cookies"]
        return requests.get(f"{ORIGIN}/api/v1/session", cookies=cookies, timeout=20).ok

    def sign_in(self):
        answer = requests.post(f"{ORIGIN}/api/v1/session", json=LOGIN, timeout=20)
        if answer.status_code == 429:
            time.sleep(int(answer.headers["Retry-After"]))
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
