# The pages of bulk operations.

operations-whose = Whose operations
operations-all = All
operations-mine = Mine
operations-how-far = How far they are
operations-any = Any state
operations-running = Running
operations-over = Over
operations-with-failures = With failures
operations-none = There are no operations yet. What you do with SIMs in the list appears here.
operations-none-found = No operation is like this.
operations-show-all = Show all operations
operations-more = Show more
operations-not-read = The operations could not be read.

operation-what = Operation
operation-by = Started by
operation-by-token = { $name }, with the API token { $token }
operation-started = Started
operation-took = Took
operation-result = Result
operation-queued = Waiting
operation-running = Running
operation-finished = Finished
operation-stopped = Stopped
operation-all-done =
    { $count ->
        [one] { $count } SIM done
       *[other] { $count } SIMs done
    }
operation-all-failed =
    { $count ->
        [one] { $count } SIM failed
       *[other] { $count } SIMs failed
    }
operation-some-failed = { $done } done, { $count } failed
operation-undoes = undoes #{ $number }
operation-retries = tries the failures of #{ $number } again
operation-undone-by = undone by #{ $number }
operation-retried-by = failures tried again by #{ $number }
operation-more = Details
operation-path = Where this is
operation-not-read = The operation could not be read.
operation-not-found = There is no such operation, or it is not yours to see.

operation-sims = SIMs of this operation
operation-sims-find = Find ICCID
operation-sims-none = No SIM of this operation is like this.
operation-sims-not-read = The SIMs could not be read.
operation-sims-first =
    { $count ->
        [one] The first SIM
       *[other] The first { $count } SIMs
    }
operation-sims-all =
    { $count ->
        [one] { $count } SIM
       *[other] { $count } SIMs
    }
operation-file = Download CSV
operation-file-failed = The SIMs could not be fetched.
operation-show-sims = Show these SIMs in the list

item-state = State
item-reason = Reason
item-what = What was changed, or why not
item-pending = Waiting
item-done = Done
item-failed = Failed
items-any = Any state
items-any-reason = Any reason
sim-unseen = A SIM that is no longer in your accounts
change-became = became
