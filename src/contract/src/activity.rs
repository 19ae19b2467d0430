//! What a SIM does: usage by days, sessions, and how it answers when it is tested.

use crate::wire;
use domain::period::Day;
use domain::sim::SimId;
use domain::time::Timestamp;
use std::net::Ipv4Addr;

/// Most days that are told at once.
pub const MOST_DAYS: u32 = 366;
/// Most sessions in one page.
pub const MOST_SESSIONS: u32 = 200;
/// So many tests of a SIM are kept.
pub const TESTS_KEPT: u32 = 10;

wire! {
    /// `GET /sims/{id}/usage`: what a SIM used, by days and by periods.
    pub struct Usage {
        /// The first day asked for.
        pub from: Day,
        /// The last one.
        pub to: Day,
        /// The days on which something was used, earliest first.
        pub days: Vec<DayUsage>,
        /// The periods that these days lie in, earliest first, each as a whole.
        pub periods: Vec<PeriodUsage>,
    }

    /// What was used on a day.
    #[derive(Copy)]
    pub struct DayUsage {
        pub day: Day,
        pub bytes: u64,
    }

    /// What was used in a period, which is a calendar month in UTC.
    #[derive(Copy)]
    pub struct PeriodUsage {
        /// Its first day.
        pub from: Day,
        /// Its last day.
        pub to: Day,
        pub bytes: u64,
    }

    /// `GET /sims/{id}/sessions`: a page, latest first.
    pub struct SessionPage {
        pub items: Vec<SimSession>,
        /// Opaque; absent on the last page.
        pub next_cursor: Option<String>,
    }

    /// A data session of a SIM.
    #[derive(Copy)]
    pub struct SimSession {
        pub began_at: Timestamp,
        /// `null` while it runs.
        pub ended_at: Option<Timestamp>,
        pub bytes: u64,
        #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Ipv4))]
        pub ip_address: Option<Ipv4Addr>,
    }

    /// `POST /sims/{id}/tests`: answers 202 with the [`SimTest`] that was begun.
    #[derive(Copy)]
    #[serde(deny_unknown_fields)]
    pub struct TestRequest {
        pub kind: TestKind,
    }

    /// What is tried.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum TestKind {
        /// Whether the device answers.
        Ping,
        /// Whatever could keep it from working.
        Diagnostics,
    }

    /// A test of a SIM, running or done.
    pub struct SimTest {
        pub id: u32,
        pub sim_id: SimId,
        pub kind: TestKind,
        pub asked_at: Timestamp,
        pub finished_at: Option<Timestamp>,
        /// `null` while it runs.
        pub result: Option<TestResult>,
    }

    /// What a test found.
    #[serde(rename_all = "snake_case")]
    pub enum TestResult {
        Ping(PingResult),
        Diagnostics {
            /// In the order in which they build on each other.
            checks: Vec<Check>,
        },
    }

    /// How the device answered.
    pub struct PingResult {
        /// Packets sent.
        pub sent: u32,
        /// Of each that was answered, in milliseconds.
        pub round_trips_ms: Vec<u32>,
        /// Why nothing could be sent; `null` when something was.
        pub unreachable: Option<Finding>,
    }

    /// One thing that was looked at.
    #[derive(Copy)]
    pub struct Check {
        pub about: CheckAbout,
        pub state: CheckState,
        pub finding: Finding,
    }

    /// What was looked at.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum CheckAbout {
        /// What service the SIM has.
        Service,
        Session,
        LastSeen,
        Address,
        Device,
        Cap,
        Operator,
        /// One that this version does not know.
        #[serde(other)]
        Unknown,
    }

    /// How bad it is.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum CheckState {
        Ok,
        /// It works, or may work again by itself; worth a look.
        Warning,
        Failed,
    }

    /// What was found.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum Finding {
        InService,
        Alerted,
        Blocked,
        Suspended,
        NotActivated,
        ActivationPending,
        Terminated,
        Unmanaged,
        InSession,
        NoSession,
        /// Within the last day.
        SeenLately,
        /// Within the last 30 days.
        NotSeenForDays,
        /// For more than 30 days.
        NotSeenForLong,
        NeverSeen,
        HasAddress,
        NoAddress,
        DeviceKnown,
        DeviceUnknown,
        NoCap,
        BelowCap,
        /// At 90 % of the cap or more.
        NearCap,
        CapReached,
        /// The operator ends sessions when asked to.
        EndsSessions,
        /// A cap is set, and the operator does not end a running session.
        SessionsGoOn,
        /// One that this version does not know.
        #[serde(other)]
        Unknown,
    }
}
