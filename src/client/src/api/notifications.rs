//! Usage that reached a level.

use super::Api;
use crate::error::Error;
use crate::request::{Request, parameter};
use contract::notification::{NotificationPage, NotificationsRead};

impl Api {
    /// `GET /notifications`
    pub async fn notifications(&self, cursor: Option<&str>, limit: u32) -> Result<NotificationPage, Error> {
        let mut path = format!("/notifications?limit={limit}");
        if let Some(cursor) = cursor {
            path += &parameter('&', "cursor", cursor);
        }
        self.ask(Request::get(path)).await
    }

    /// `PUT /me/notifications-read`
    pub async fn read_notifications(&self, read: &NotificationsRead) -> Result<(), Error> {
        self.send(Request::put("/me/notifications-read").json(read)).await?;
        Ok(())
    }
}
