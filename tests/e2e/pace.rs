//! How quickly the page answers. Figures are printed; limits stretch with the machine's own pace.

use std::io::Write;

use anyhow::Result;
use lectern_e2e::{Page, with_page};
use serde_json::{Value, json};

use crate::HARBOUR;

/// Longest task on the page's own thread, in milliseconds.
const LONGEST_TASK: f64 = 50.0;
/// What the reference loop of `watch.js` takes on the machine that the limits were set on, in milliseconds.
const REFERENCE: f64 = 190.0;
/// What longer texts are held to until they keep the budget too, in milliseconds.
const LONGEST_TASK_OF_LONG_TEXTS: f64 = 400.0;

async fn pasted(page: &Page, text: &str) -> Result<Value> {
    let script = "const done = arguments[1]; window.pasted(arguments[0]).then(done)";
    Ok(page
        .driver()
        .execute_async(script, vec![json!(text)])
        .await?
        .json()
        .clone())
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
        page.open_with(include_str!("../bench/watch.js")).await?;
        pasted(page, HARBOUR).await?;
        let slowness = slowness(page).await?;
        for (size, limit) in
            [(10_000, LONGEST_TASK), (100_000, LONGEST_TASK_OF_LONG_TEXTS), (1_000_000, LONGEST_TASK_OF_LONG_TEXTS)]
        {
            let limit = limit * slowness;
            page.js("window.tasks.length = 0", json!([])).await?;
            let times = pasted(page, &HARBOUR.repeat(size / HARBOUR.len())).await?;
            let script = "const done = arguments[0]; setTimeout(() => done(window.tasks.map((task) => task.took)), 500)";
            let tasks = page.driver().execute_async(script, vec![]).await?.json().clone();
            let longest = tasks.as_array().into_iter().flatten().filter_map(Value::as_f64).fold(0.0, f64::max);
            // Past the harness: these are figures that a person wants to see.
            let _lost = writeln!(
                std::io::stderr(),
                "pace: {size} bytes: text after {} ms, marks after {} ms, longest task {longest} ms (limit {limit:.0} ms)",
                times["shown"], times["marked"]
            );
            assert!(longest <= limit, "{size} bytes: a task of {longest} ms");
        }
        Ok(())
    })
    .await;
}
