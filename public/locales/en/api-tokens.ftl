# API tokens of managed accounts.

managed-api-tokens = API tokens
tokens-about = Integrations use API tokens in place of a password. A token sees this account and all below it.
tokens-create = Create API token
tokens-none = This account has no API tokens.
tokens-not-read = The API tokens could not be read.
tokens-too-many = This account has as many API tokens as it can have. Revoke one that is no longer needed.

token-name = Name
token-name-hint = What uses it, such as “Billing system”.
token-role = Role
token-state = State
token-expires = Expires
token-expires-hint = It works to the end of this day, at most two years from now.
token-last-used = Last used
token-never-used = Never
token-created-by = Created by
token-state-active = Active
token-state-expired = Expired
token-state-suspended = Not accepted
token-suspended-why = Whoever created it cannot sign in any more, or no longer sees this account.

token-create = Create
token-not-created = The API token was not created.
token-created-title = API token created
token-created-text = This is “{ $name }”. Copy it now and keep it where only the integration can read it: it is not shown again.
token-itself = API token
token-copy = Copy
token-copied = Copied.
token-copy-refused = The browser did not let it be copied. Select the token and copy it by hand.
token-use = The integration sends it with every request, in the header “Authorization: Bearer”.
token-lost = “{ $name }” was created, but the answer that told the token was lost on its way. Revoke it and create another one.
token-done = Done

token-revoke = Revoke
token-revoke-title = Revoke “{ $name }”?
token-revoke-text = Whatever uses this API token is refused from then on. This cannot be undone.
token-revoked = “{ $name }” was revoked.
token-not-revoked = The API token was not revoked.
