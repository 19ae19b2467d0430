//! Two-factor sign-in: the person's own, and that of users who lost theirs.

use super::Api;
use crate::error::Error;
use crate::request::Request;
use contract::two_factor::{
    RecoveryCodes, TwoFactor, TwoFactorConfirmation, TwoFactorProof, TwoFactorSetup, TwoFactorStart,
};

impl Api {
    /// `GET /me/two-factor`
    pub async fn two_factor(&self) -> Result<TwoFactor, Error> {
        self.ask(Request::get("/me/two-factor")).await
    }

    /// `POST /me/two-factor`: nothing changes before a code is confirmed.
    pub async fn start_two_factor(&self, start: &TwoFactorStart) -> Result<TwoFactorSetup, Error> {
        self.ask(Request::post("/me/two-factor").json(start)).await
    }

    /// `POST /me/two-factor/confirmation`: from now on signing in takes a code.
    pub async fn confirm_two_factor(&self, code: String) -> Result<RecoveryCodes, Error> {
        let confirmation = TwoFactorConfirmation { code };
        self.ask(Request::post("/me/two-factor/confirmation").json(&confirmation)).await
    }

    /// `POST /me/two-factor/recovery-codes`: those from before do not work any more.
    pub async fn new_recovery_codes(&self, proof: &TwoFactorProof) -> Result<RecoveryCodes, Error> {
        self.ask(Request::post("/me/two-factor/recovery-codes").json(proof)).await
    }

    /// `POST /me/two-factor/removal`: refused while the account requires it.
    pub async fn remove_two_factor(&self, proof: &TwoFactorProof) -> Result<(), Error> {
        self.send(Request::post("/me/two-factor/removal").json(proof)).await?;
        Ok(())
    }

    /// `DELETE /users/{id}/two-factor`: ends the user's sessions, if it was on.
    pub async fn reset_two_factor(&self, id: u32) -> Result<(), Error> {
        self.send(Request::delete(format!("/users/{id}/two-factor"))).await?;
        Ok(())
    }
}
