//! How quickly the page answers. Figures are printed; limits stretch with the machine's own pace.

use std::io::Write;

use anyhow::Result;
use lectern_e2e::{Browser, Page, skipped, with_page};
use serde_json::{Value, json};

use crate::HARBOUR;

/// Longest task on the page's own thread, in milliseconds.
const LONGEST_TASK: f64 = 50.0;
/// What the reference loop of `watch.js` takes on the machine that the limits were set on, in milliseconds.
const REFERENCE: f64 = 190.0;
/// Pastes of each length at most; the best one counts: a task that is long in itself is long each time, while
/// other work on the machine lengthens one or another.
const PASTES: usize = 6;

async fn pasted(page: &Page, text: &str) -> Result<Value> {
    // Handing a long text to the browser is work that no reader's paste has.
    page.js("window.text = arguments[0]", json!([text])).await?;
    let script = "const done = arguments[0]; setTimeout(() => window.pasted(window.text).then(done), 50)";
    Ok(page.driver().execute_async(script, vec![]).await?.json().clone())
}

/// The longest task since the list was emptied; zero when none was over 50 ms.
async fn longest_task(page: &Page) -> Result<f64> {
    // A long task is told to observers after it has ended.
    let script =
        "const done = arguments[0]; setTimeout(() => done(window.tasks.map((task) => task.took)), 500)";
    let tasks = page.driver().execute_async(script, vec![]).await?.json().clone();
    let times = tasks.as_array().into_iter().flatten().filter_map(Value::as_f64);
    Ok(times.fold(0.0, f64::max))
}

/// How many times slower than the machine of the limits this one is now; never less than one.
async fn slowness(page: &Page) -> Result<f64> {
    let mut best = f64::MAX;
    for _ in 0..5 {
        best = best.min(
            page.js("return window.reference()", json!([]))
                .await?
                .as_f64()
                .unwrap_or(f64::MAX),
        );
    }
    Ok((best / REFERENCE).max(1.0))
}

#[tokio::test]
async fn no_task_is_long_up_to_a_megabyte() {
    with_page("long-tasks", async |page| {
        if page.browser == Browser::Firefox {
            skipped("long-tasks", "Firefox tells of no long tasks");
            return Ok(());
        }
        page.open_with(include_str!("../bench/watch.js")).await?;
        pasted(page, HARBOUR).await?;
        let slowness = slowness(page).await?;
        let limit = LONGEST_TASK * slowness;
        for size in [10_000, 100_000, 1_000_000] {
            let text = HARBOUR.repeat(size / HARBOUR.len());
            let mut best = f64::MAX;
            for _ in 0..PASTES {
                page.js("window.tasks.length = 0", json!([])).await?;
                let times = pasted(page, &text).await?;
                let longest = longest_task(page).await?;
                best = best.min(longest);
                // Past the harness: these are figures that a person wants to see.
                let _lost = writeln!(
                    std::io::stderr(),
                    "pace: {size} bytes: text after {} ms, marks after {} ms, longest task {} ms (limit {limit:.0} ms; 0: under 50 ms)",
                    times["shown"], times["marked"], longest
                );
                if best <= limit {
                    break;
                }
            }
            assert!(best <= limit, "{size} bytes: a task of {best} ms each time");
        }
        Ok(())
    })
    .await;
}
