//! Work that is killed at every step in turn: what is live is always one whole catalogue, and the same command goes on.

use crate::failing::{Failing, Fault};
use crate::site::{Catalogue, everything, in_folder, job, live, publications, put};
use etalase::compiler::deploy::{Job, Remote};
use object_store::memory::InMemory;
use std::sync::Arc;

/// Kills `work` before and behind each of its operations, on a copy of `start` each time; looks at what visitors find,
/// does it again without a fault, and looks again. Gives how many steps there were, and how often the former catalogue
/// was still live.
fn killed_everywhere(
    start: &Arc<InMemory>,
    work: impl Fn(&Job<'_>) -> anyhow::Result<()>,
    former: Option<&Catalogue>,
    new: &Catalogue,
) -> (usize, usize) {
    let undisturbed = Arc::new(start.fork());
    work(&job(&Remote::of(undisturbed.clone()))).expect("done");
    let (mut steps, mut still_former) = (0, 0);
    for fault in [Fault::Before, Fault::After] {
        for at in 1.. {
            let store = Arc::new(start.fork());
            let failing = Failing::new(&store, fault, at);
            let killed = work(&job(&Remote::of(Arc::new(failing.clone()))));
            if killed.is_ok() {
                assert!(failing.count() < at, "{fault:?} {at} was passed over");
                break;
            }
            steps += 1;
            let seen = live(&store);
            if seen.as_ref() == former {
                still_former += 1;
            } else {
                assert!(seen.as_ref() == Some(new), "a mixture after {fault:?} {at}");
            }
            // Work that was whole is not done again: after a rollback the next one would go further back.
            if everything(&store) != everything(&undisturbed) {
                work(&job(&Remote::of(store.clone()))).expect("gone on with");
            }
            assert!(
                everything(&store) == everything(&undisturbed),
                "not the same after {fault:?} {at}"
            );
        }
    }
    (steps, still_former)
}

fn publishing(folder: &std::path::Path) -> impl Fn(&Job<'_>) -> anyhow::Result<()> {
    move |job| job.publish(folder).map(drop)
}

#[test]
fn a_publication_killed_at_any_step_leaves_the_old_or_the_new_catalogue() {
    let [old, new] = publications("killed", [10_000, 20_000]);
    let store = Arc::new(InMemory::new());
    put(&store, &old);
    let (old, seen) = (in_folder(&old), in_folder(&new));
    let (steps, still_old) = killed_everywhere(&store, publishing(&new), Some(&old), &seen);
    assert!(steps > 60 && still_old > 0 && still_old < steps, "{still_old} of {steps}");
}

#[test]
fn the_first_publication_killed_at_any_step_leaves_nothing_or_all_of_it() {
    let [only] = publications("first", [10_000]);
    let store = Arc::new(InMemory::new());
    let seen = in_folder(&only);
    let (steps, still_nothing) = killed_everywhere(&store, publishing(&only), None, &seen);
    assert!(steps > 60 && still_nothing < steps, "{still_nothing} of {steps}");
}

#[test]
fn a_rollback_killed_at_any_step_ends_at_the_one_before_and_never_further_back() {
    let [first, second, third] = publications("rollback-killed", [10_000, 20_000, 30_000]);
    let store = Arc::new(InMemory::new());
    for folder in [&first, &second, &third] {
        put(&store, folder);
    }
    let (former, new) = (in_folder(&third), in_folder(&second));
    let back = |job: &Job<'_>| job.rollback(None).map(drop);
    let (steps, still) = killed_everywhere(&store, back, Some(&former), &new);
    assert!(steps > 30 && still > 0 && still < steps, "{still} of {steps}");
}

#[test]
fn a_clean_up_killed_at_any_step_harms_nothing_and_can_be_gone_on_with() {
    let folders = publications("gc-killed", [10_000, 20_000, 30_000, 40_000, 50_000]);
    let store = Arc::new(InMemory::new());
    for folder in &folders {
        put(&store, folder);
    }
    let seen = in_folder(&folders[4]);
    let clean = |job: &Job<'_>| job.clean().map(drop);
    let (steps, always) = killed_everywhere(&store, clean, Some(&seen), &seen);
    assert!(steps > 20 && always == steps, "{always} of {steps}");
}

#[test]
fn a_passing_fault_before_any_page_is_touched_leaves_the_way_free_for_others() {
    let [old, new, other] = publications("passing", [10_000, 20_000, 30_000]);
    let store = Arc::new(InMemory::new());
    put(&store, &old);
    let full = Failing::new(&Arc::new(store.fork()), Fault::Before, usize::MAX);
    job(&Remote::of(Arc::new(full.clone()))).publish(&new).expect("published");
    let mut free = 0;
    for at in 1..=full.count() {
        let store = Arc::new(store.fork());
        let failing = Failing::new(&store, Fault::Once, at);
        if job(&Remote::of(Arc::new(failing.clone()))).publish(&new).is_ok() {
            continue;
        }
        let sent = failing.written.lock().expect("a lock").clone();
        let complete = sent.iter().any(|path| path.starts_with("data/manifest-"));
        let next = job(&Remote::of(store.clone())).publish(&other);
        assert!(next.is_ok() || complete, "another one was kept waiting after {at}");
        free += usize::from(next.is_ok());
    }
    assert!(free > 10, "{free}");
}
