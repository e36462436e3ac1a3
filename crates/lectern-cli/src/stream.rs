//! Work on all cores with results in the order of the input, at the pace at which input comes.

use anyhow::Result;
use rayon::prelude::*;
use std::sync::mpsc;

/// How many jobs a core may have waiting: enough to keep it busy, few enough to keep memory flat.
const WAITING_PER_CORE: usize = 16;

/// Runs `work` on every job and hands the results to `take`, in the order of the jobs. Jobs are drawn as they
/// become available: a slow stream gets each answer at once, a fast one keeps all cores busy.
///
/// # Errors
/// The first error of `take` ends the run.
pub fn in_order<Job: Send, Done: Send>(
    jobs: impl Iterator<Item = Job> + Send,
    work: impl Fn(Job) -> Done + Sync,
    mut take: impl FnMut(Done) -> Result<()>,
) -> Result<()> {
    let most = WAITING_PER_CORE * rayon::current_num_threads();
    std::thread::scope(|scope| {
        let (sender, receiver) = mpsc::sync_channel(most);
        scope.spawn(move || {
            for job in jobs {
                if sender.send(job).is_err() {
                    break;
                }
            }
        });
        while let Ok(first) = receiver.recv() {
            let batch: Vec<Job> = std::iter::once(first)
                .chain(receiver.try_iter().take(most - 1))
                .collect();
            let done: Vec<Done> = batch.into_par_iter().map(&work).collect();
            done.into_iter().try_for_each(&mut take)?;
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_jobs() {
        let mut squares = Vec::new();
        in_order(
            0..1000u32,
            |n| n * n,
            |square| {
                squares.push(square);
                Ok(())
            },
        )
        .unwrap();
        assert!(squares.iter().copied().eq((0..1000).map(|n| n * n)));
    }

    #[test]
    fn an_error_ends_the_run() {
        let mut taken = 0;
        let ended = in_order(
            0..,
            |n: u64| n,
            |n| {
                taken += 1;
                anyhow::ensure!(n < 10);
                Ok(())
            },
        );
        assert!(ended.is_err());
        assert_eq!(taken, 11);
    }
}
