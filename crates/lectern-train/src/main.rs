//! `lectern-train predict CORPUS`: writes what the embedded model finds in a corpus, a line an article.

use anyhow::{Result, bail};
use lectern_core::attribution::tagger::{self, Model};
use lectern_core::attribution::{arguments, cues, sequence};
use lectern_core::positions::Positions;
use lectern_train::chain::{self, Example, Settings};
use lectern_train::{corpus, examples, predict, relation};
use serde_json::json;
use std::path::Path;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["predict", folder] => {
            for article in corpus::read(Path::new(folder))? {
                println!("{}", predict::line(&article.name, &article.prepared));
            }
            Ok(())
        }
        ["try", train, dev, epochs, rate, slots, decay, dropout] => {
            let started = std::time::Instant::now();
            let articles = corpus::read(Path::new(train))?;
            let all: Vec<_> = articles.iter().map(examples::of).collect();
            eprintln!("features {:?}", started.elapsed());
            let settings = Settings {
                epochs: epochs.parse()?,
                rate: rate.parse()?,
                slots: 1 << slots.parse::<usize>()?,
                least_count: 3,
                decay: decay.parse()?,
                dropout: dropout.parse()?,
                scale: 24.0,
            };
            let progress = |epoch: usize, loss: f64| eprintln!("{epoch} {loss:.4} {:?}", started.elapsed());
            const FOLDS: usize = 4;
            let bonus: i32 = std::env::var("BONUS").map_or(60, |bonus| bonus.parse().unwrap_or(60));
            let threshold: i32 = std::env::var("LEAST").map_or(-12, |bonus| bonus.parse().unwrap_or(0));
            let fit = |keep: &dyn Fn(usize) -> bool| {
                let chosen: Vec<_> = all
                    .iter()
                    .enumerate()
                    .filter(|(at, _)| keep(*at))
                    .map(|(_, all)| all)
                    .collect();
                let cue_examples: Vec<&Example> = chosen.iter().flat_map(|all| &all.cues).collect();
                let argument_examples: Vec<&Example> = chosen.iter().flat_map(|all| &all.arguments).collect();
                std::thread::scope(|scope| {
                    let cues =
                        scope.spawn(|| chain::train(&cue_examples, cues::LABELS, &settings, |_, _| {}));
                    let arguments = chain::train(&argument_examples, arguments::LABELS, &settings, progress);
                    Model {
                        cues: cues.join().unwrap_or_default(),
                        arguments,
                    }
                })
            };
            let mut candidates = Vec::new();
            for fold in 0..FOLDS {
                let model = fit(&|at| at % FOLDS != fold);
                for article in articles.iter().skip(fold).step_by(FOLDS) {
                    for sequence in sequence::sequences(&article.prepared)
                        .iter()
                        .filter(|sequence| !sequence.inside)
                    {
                        let frames = tagger::frames(&model, sequence, bonus);
                        candidates.extend(relation::candidates(article, sequence, &frames));
                    }
                }
                eprintln!("fold {fold} {:?}", started.elapsed());
            }
            eprintln!(
                "{} candidates, {} right",
                candidates.len(),
                candidates.iter().filter(|c| c.right).count()
            );
            let choice = chain::train_choice(
                &candidates.iter().collect::<Vec<_>>(),
                &Settings {
                    epochs: 6,
                    rate: 0.05,
                    slots: 1 << 16,
                    ..settings
                },
            );
            let model = fit(&|_| true);
            for article in corpus::read(Path::new(dev))? {
                let positions = Positions::new(&article.prepared.source.text);
                let mut quotations = Vec::new();
                for sequence in sequence::sequences(&article.prepared)
                    .iter()
                    .filter(|sequence| !sequence.inside)
                {
                    let span = |run: &std::ops::Range<usize>| {
                        let span = relation::span(&article, sequence, run);
                        json!([
                            positions.code_point(span.start()),
                            positions.code_point(span.end())
                        ])
                    };
                    let frames = tagger::frames(&model, sequence, bonus);
                    for (at, frame) in frames.iter().enumerate() {
                        let mut score = [0];
                        lectern_core::attribution::relations::features(sequence, &frames, at, |f| {
                            choice.add(f, &mut score)
                        });
                        if score[0] < threshold {
                            continue;
                        }
                        quotations.push(json!({
                            "content": frame.content.iter().map(span).collect::<Vec<_>>(),
                            "cue": span(&frame.cue),
                            "source": frame.source.iter().map(span).collect::<Vec<_>>(),
                            "score": score[0],
                        }));
                    }
                }
                println!(
                    "{}",
                    json!({"article": article.name, "text": article.prepared.source.text, "quotations": quotations})
                );
            }
            Ok(())
        }
        _ => bail!("usage: lectern-train predict CORPUS"),
    }
}
