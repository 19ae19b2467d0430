//! Errors as the API tells them: RFC 9457 problem documents with a stable code.

use crate::account::Contents;
use crate::wire;
use domain::account::manage::Refusal;
use domain::label::BadName;

/// Media type of a problem document.
pub const MEDIA_TYPE: &str = "application/problem+json";

wire! {
    /// What went wrong. The dashboard translates by `code`; `title` and `detail` are for people who read logs.
    pub struct Problem {
        #[serde(rename = "type", default)]
        pub kind: String,
        pub title: String,
        pub status: u16,
        pub code: ProblemCode,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub detail: Option<String>,
        /// What is wrong with which part of the request.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub errors: Vec<FieldError>,
        /// With `account_not_empty`: what is still in the account.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub contents: Option<Contents>,
        /// Identifies the request in the server's log.
        pub trace_id: String,
    }

    /// One thing wrong with the request.
    pub struct FieldError {
        /// JSON pointer (RFC 6901) into the request's body, such as `/action/set_levels/cap_bytes`.
        pub pointer: String,
        pub code: FieldCode,
    }

    /// Stable codes of problems.
    #[derive(Copy, Hash)]
    #[serde(rename_all = "snake_case")]
    pub enum ProblemCode {
        /// 400: not readable as the request it should be.
        BadRequest,
        /// 401: e-mail or password is wrong, or the user cannot sign in.
        BadCredentials,
        /// 401: e-mail and password are right; the same request has to come again with a `code` as well.
        TwoFactorRequired,
        /// 401: e-mail and password are right, the `code` is wrong or was used before.
        WrongCode,
        /// 401: no session, or it has ended.
        SessionExpired,
        /// 401: the API token was revoked, has expired, is refused with who made it, or never was one.
        TokenInvalid,
        /// 403: the CSRF token is missing or wrong.
        BadCsrfToken,
        /// 403: the role does not allow it.
        Forbidden,
        /// 403: not while the app is seen as another account.
        ViewOnly,
        /// 403: the account requires two-factor sign-in, and the user has to set it up before anything else.
        TwoFactorSetupRequired,
        /// 403: not for API tokens: a person's own, or the tokens themselves.
        NotForTokens,
        /// 404: does not exist, or lies outside the caller's part of the tree.
        NotFound,
        /// 404: a mailed link that was used, has expired, was withdrawn, or never was one.
        LinkInvalid,
        /// 405
        MethodNotAllowed,
        /// 409: the number of SIMs that match is no longer the expected one.
        CountChanged,
        /// 409: the operation is in a state that does not allow this.
        WrongState,
        /// 409: there is still something in the account; `contents` says what.
        AccountNotEmpty,
        /// 409: the idempotency key was used for another request.
        KeyReused,
        /// 412: changed by someone else since it was read.
        Stale,
        /// 413
        TooLarge,
        /// 415
        UnsupportedMediaType,
        /// 422: readable, but against a rule; `errors` says which.
        Invalid,
        /// 428: `If-Match` is missing.
        PreconditionRequired,
        /// 400: `Idempotency-Key` is missing.
        KeyRequired,
        /// 429: too many requests; `Retry-After` says when.
        RateLimited,
        /// 500
        Internal,
        /// 503
        Unavailable,
        /// A code this version does not know.
        #[serde(other)]
        Unknown,
    }

    /// Stable codes of what can be wrong with a field.
    #[derive(Copy, Hash)]
    #[serde(rename_all = "snake_case")]
    pub enum FieldCode {
        Required,
        TooLong,
        AlertAboveCap,
        LevelTooLarge,
        LevelZero,
        UnknownAccount,
        AccountDisabled,
        CapsNotEnabled,
        /// Not above the cap that is to be raised.
        NotAboveCap,
        /// There is no cap that could be raised.
        NoCap,
        HardCapUnsupported,
        NotEditable,
        EmptyTarget,
        TooDeep,
        /// The owner has another one of this name.
        NameTaken,
        /// One more than anybody can have.
        TooMany,
        /// An account cannot stand under itself or one below it.
        UnderItself,
        /// The account above may not have sub-accounts.
        SubAccountsNotAllowed,
        /// The account above does not have this feature.
        ParentLacksFeature,
        /// The caller's own account, where only one below it is possible.
        NotBelow,
        /// Somebody above decides this, not the account's own users.
        OwnAccount,
        /// An account keeps its last active Admin.
        LastAdmin,
        /// Nobody gives a role above the own.
        RoleAboveOwn,
        /// A time that is over.
        InThePast,
        /// A time that is too far away.
        TooFarAhead,
        /// Not the form of an e-mail address.
        BadEmail,
        /// Another user has this e-mail address.
        EmailTaken,
        /// The account has this address already.
        RecipientTaken,
        TooShort,
        /// A password that is guessed soon.
        WeakPassword,
        /// Not the current password.
        WrongPassword,
        /// Not a code that can be used now: wrong, too old, or used before.
        WrongCode,
        /// The account requires two-factor sign-in.
        TwoFactorEnforced,
        /// No such tag or category, or it does not hold for all the SIMs that are to get it.
        UnknownLabel,
        /// Text that cannot be read on its background: less than 4.5 to 1 (WCAG 2.2, 1.4.3).
        TooLittleContrast,
        /// Not a host name as browsers tell it.
        BadHost,
        /// Another account, or another line of the same one, has this host name.
        HostTaken,
        /// Not the address of a page on the web.
        BadAddress,
        /// The account has no such picture.
        UnknownImage,
        /// Not a picture of the kinds that are taken, or a broken one.
        BadImage,
        /// An SVG with something in it that is more than a drawing, such as a script.
        UnsafeImage,
        #[serde(other)]
        Invalid,
    }
}

impl From<BadName> for FieldCode {
    /// How a refused name of a tag or category is told.
    fn from(bad: BadName) -> Self {
        match bad {
            BadName::Missing => Self::Required,
            BadName::TooLong => Self::TooLong,
            BadName::Unreadable => Self::Invalid,
        }
    }
}

impl From<Refusal> for FieldCode {
    /// How a refused change to an account is told, whoever finds it out.
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NameMissing => Self::Required,
            Refusal::NameTooLong => Self::TooLong,
            Refusal::NameUnreadable => Self::Invalid,
            Refusal::NameTaken => Self::NameTaken,
            Refusal::UnknownAccount => Self::UnknownAccount,
            Refusal::UnderItself => Self::UnderItself,
            Refusal::ParentDisabled => Self::AccountDisabled,
            Refusal::NoSubAccounts => Self::SubAccountsNotAllowed,
            Refusal::ParentLacks => Self::ParentLacksFeature,
            Refusal::OwnAccount => Self::OwnAccount,
        }
    }
}
