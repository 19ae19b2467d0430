//! What people do for themselves, signed in or by a mailed link.

use super::Api;
use crate::error::Error;
use crate::request::{Request, escaped};
use contract::me::{
    EmailChange, EmailConfirmation, ForgottenPassword, Invitation, NewPassword, OwnSession, OwnSessions,
    PasswordChange, PasswordReset, Profile, ProfilePatch,
};
use contract::strength::{PasswordStrength, PasswordToJudge};

impl Api {
    /// `GET /me`
    pub async fn profile(&self) -> Result<Profile, Error> {
        self.ask(Request::get("/me")).await
    }

    /// `PATCH /me`; `etag` is that of the profile the person saw.
    pub async fn patch_profile(&self, patch: &ProfilePatch, etag: &str) -> Result<Profile, Error> {
        self.ask(Request::patch("/me").json(patch).header("If-Match", etag)).await
    }

    /// `POST /me/password`: ends all other sessions.
    pub async fn change_password(&self, change: &PasswordChange) -> Result<(), Error> {
        self.send(Request::post("/me/password").json(change)).await?;
        Ok(())
    }

    /// `POST /me/email`: nothing changes until the mailed link is followed.
    pub async fn change_email(&self, change: &EmailChange) -> Result<(), Error> {
        self.send(Request::post("/me/email").json(change)).await?;
        Ok(())
    }

    /// `GET /me/sessions`
    pub async fn own_sessions(&self) -> Result<Vec<OwnSession>, Error> {
        let sessions: OwnSessions = self.ask(Request::get("/me/sessions")).await?;
        Ok(sessions.items)
    }

    /// `DELETE /me/sessions`: signs out everywhere else.
    pub async fn end_other_sessions(&self) -> Result<(), Error> {
        self.send(Request::delete("/me/sessions")).await?;
        Ok(())
    }

    /// `GET /invitations/{token}`
    pub async fn invitation(&self, token: &str) -> Result<Invitation, Error> {
        self.ask(Request::get(format!("/invitations/{}", escaped(token)))).await
    }

    /// `POST /invitations/{token}`
    pub async fn accept_invitation(&self, token: &str, password: &NewPassword) -> Result<(), Error> {
        self.send(Request::post(format!("/invitations/{}", escaped(token))).json(password)).await?;
        Ok(())
    }

    /// `POST /password-resets`: succeeds whether there is such a user or not.
    pub async fn forgot_password(&self, email: String) -> Result<(), Error> {
        self.send(Request::post("/password-resets").json(&ForgottenPassword { email })).await?;
        Ok(())
    }

    /// `GET /password-resets/{token}`
    pub async fn password_reset(&self, token: &str) -> Result<PasswordReset, Error> {
        self.ask(Request::get(format!("/password-resets/{}", escaped(token)))).await
    }

    /// `POST /password-resets/{token}`
    pub async fn reset_password(&self, token: &str, password: &NewPassword) -> Result<(), Error> {
        self.send(Request::post(format!("/password-resets/{}", escaped(token))).json(password)).await?;
        Ok(())
    }

    /// `POST /password-strength`
    pub async fn password_strength(&self, question: &PasswordToJudge) -> Result<PasswordStrength, Error> {
        self.ask(Request::post("/password-strength").json(question)).await
    }

    /// `GET /email-confirmations/{token}`
    pub async fn email_confirmation(&self, token: &str) -> Result<EmailConfirmation, Error> {
        self.ask(Request::get(format!("/email-confirmations/{}", escaped(token)))).await
    }

    /// `POST /email-confirmations/{token}`
    pub async fn confirm_email(&self, token: &str) -> Result<(), Error> {
        self.send(Request::post(format!("/email-confirmations/{}", escaped(token)))).await?;
        Ok(())
    }
}
