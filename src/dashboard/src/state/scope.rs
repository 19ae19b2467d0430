//! Asynchronous work that belongs to a part of the page and ends with it.
//!
//! A task that outlives the signals it writes to is at best wasted, and reading one of them ends the app. The owner
//! that is current inside an event handler is no help: it may be that of a button which the task itself takes off the
//! page. So a page makes a [`Scope`] beside its signals and starts its tasks there.

use futures::future::{AbortHandle, abortable};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::HashMap;
use std::future::Future;

/// Starts tasks that are dropped together with the part of the page that made it.
#[derive(Clone, Copy)]
pub struct Scope(StoredValue<Tasks>);

/// What is running. Dropped by the owner; all tasks stop then.
#[derive(Default)]
struct Tasks {
    next: u64,
    running: HashMap<u64, AbortHandle>,
}

impl Drop for Tasks {
    fn drop(&mut self) {
        self.running.values().for_each(AbortHandle::abort);
    }
}

impl Scope {
    /// To be called in the body of a component, not in an event handler.
    pub fn new() -> Self {
        Self(StoredValue::new(Tasks::default()))
    }

    /// Runs a task until it ends or the scope does.
    pub fn spawn(self, task: impl Future<Output = ()> + 'static) {
        if let Some(task) = self.bind(task) {
            spawn_local(task);
        }
    }

    /// The task with its end bound to the scope's; `None` when that is over already.
    fn bind(self, task: impl Future<Output = ()>) -> Option<impl Future<Output = ()>> {
        let (task, handle) = abortable(task);
        let number = self.0.try_update_value(|tasks| {
            tasks.next += 1;
            tasks.running.insert(tasks.next, handle);
            tasks.next
        })?;
        Some(async move {
            if task.await.is_ok() {
                self.0.try_update_value(|tasks| tasks.running.remove(&number));
            }
        })
    }
}

/// Tells whether an answer is still the one that is waited for.
#[derive(Clone, Copy)]
pub struct Latest(StoredValue<u64>);

/// What is drawn before asking, and shown when the answer has come.
#[derive(Clone, Copy)]
pub struct Ticket {
    latest: Latest,
    number: u64,
}

impl Latest {
    /// To be called in the body of a component.
    pub fn new() -> Self {
        Self(StoredValue::new(0))
    }

    /// Draws a ticket; all drawn before are void.
    pub fn ticket(self) -> Ticket {
        let number = self.0.try_update_value(|number| {
            *number += 1;
            *number
        });
        Ticket { latest: self, number: number.unwrap_or(0) }
    }
}

impl Ticket {
    /// Whether no other was drawn since, and the page is still there.
    pub fn is_latest(self) -> bool {
        self.latest.0.try_get_value() == Some(self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures::task::noop_waker;
    use std::pin::pin;
    use std::rc::Rc;
    use std::task::{Context, Poll};

    fn poll(task: std::pin::Pin<&mut impl Future<Output = ()>>) -> bool {
        task.poll(&mut Context::from_waker(&noop_waker())) == Poll::Ready(())
    }

    #[test]
    fn a_task_ends_with_its_owner_and_lets_go_of_what_it_held() {
        let owner = Owner::new();
        let scope = owner.with(Scope::new);
        let held = Rc::new(());
        let keep = Rc::clone(&held);
        let task = scope.bind(async move {
            std::future::pending::<()>().await;
            drop(keep);
        });
        let mut task = Box::pin(task.expect("the owner lives"));
        assert!(!poll(task.as_mut()));
        owner.cleanup();
        assert!(poll(task.as_mut()), "stopped");
        drop(task);
        assert_eq!(Rc::strong_count(&held), 1);
        assert!(scope.bind(async {}).is_none(), "nothing starts any more");
    }

    #[test]
    fn a_task_that_has_ended_is_forgotten() {
        let owner = Owner::new();
        let scope = owner.with(Scope::new);
        let task = pin!(scope.bind(async {}).expect("the owner lives"));
        assert_eq!(scope.0.with_value(|tasks| tasks.running.len()), 1);
        assert!(poll(task));
        assert_eq!(scope.0.with_value(|tasks| tasks.running.len()), 0);
    }

    #[test]
    fn only_the_last_ticket_counts_and_only_while_the_page_is_there() {
        let owner = Owner::new();
        let latest = owner.with(Latest::new);
        let first = latest.ticket();
        assert!(first.is_latest());
        let second = latest.ticket();
        assert!(!first.is_latest() && second.is_latest());
        owner.cleanup();
        assert!(!second.is_latest());
    }
}
