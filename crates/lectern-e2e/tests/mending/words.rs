//! Words that become marks, and edges that move by words.

use super::*;

#[tokio::test]
async fn what_is_selected_becomes_a_mark_by_key_and_by_the_toolbar() {
    with_page("mark-selection", async |page| {
        read(page, DOUBTFUL).await?;
        let before = page.look().await?;
        select(page, "ay weighs").await.ok();
        select(page, "town weighs a night").await?;
        page.press("q").await?;
        page.until(
            "the new quotation",
            "return [...document.querySelectorAll('#article h1 .leaf')].some((leaf) => leaf.textContent.includes('weighs'))",
        )
        .await?;
        says(page, ".words", "town weighs a night").await?;
        says(page, ".made", "Added").await?;
        page.find("#panel .mend").await?;
        assert_eq!(page.look().await?.quotations.len(), before.quotations.len() + 1);

        page.press(&Key::Escape.value().to_string()).await?;
        page.press(&Key::Escape.value().to_string()).await?;
        select(page, "met on Monda").await?;
        page.find(".marking").await?;
        page.click_named(".marking button", "Proposal").await?;
        says(page, ".words", "met on Monday").await?;
        assert_eq!(page.look().await?.proposals.len(), before.proposals.len() + 1);

        // With a mark in hand, a name selected is its speaker.
        select(page, "Bea Holt").await?;
        page.find(".marking").await?;
        page.js("document.activeElement.blur()", json!([])).await?;
        page.press("s").await?;
        says(page, ".who", "Bea Holt").await?;
        page.until("nothing selected any more", "return !document.querySelector('.marking')")
            .await
    })
    .await;
}

#[tokio::test]
async fn edges_move_by_word_with_the_keys_and_with_the_buttons() {
    with_page("mend-edges", async |page| {
        read(page, DOUBTFUL).await?;
        page.press("j").await?;
        let words = open_words(page).await?;
        page.press("e").await?;
        page.find("#panel .mend").await?;
        page.js("document.activeElement.blur()", json!([])).await?;
        hold(page, &Key::Shift, Key::Left.value()).await?;
        let shorter =
            "return document.querySelector('#panel .card.open .words').textContent.length < arguments";
        let shorter = shorter.replace("arguments", &words.len().to_string());
        page.until("a word less", &shorter).await?;
        let last = words
            .rsplit(' ')
            .next()
            .unwrap_or_default()
            .trim_end_matches(['.', '"']);
        assert!(!open_words(page).await?.ends_with(&format!("{last}.")), "{words}");
        says(page, ".made", &words).await?;
        page.click("#panel .mend button[aria-label='End a word later']")
            .await?;
        says(page, ".words", words.trim_end_matches(['.', '"'])).await
    })
    .await;
}

#[tokio::test]
async fn a_handle_is_dragged_and_snaps_to_a_word() {
    with_page("mend-handle", async |page| {
        read(page, DOUBTFUL).await?;
        page.press("j").await?;
        let words = open_words(page).await?;
        page.press("e").await?;
        page.find("#article .edge.start").await?;
        let place = "const range = document.createRange();
            const handle = document.querySelector('#article .edge:not(.start)').getBoundingClientRect();
            return [Math.round(handle.left), Math.round(handle.top + 12)]";
        let at = page.js(place, json!([])).await?;
        let at = |index: usize| at[index].as_i64().unwrap_or_default();
        let chain = page.driver().action_chain().move_to(at(0), at(1));
        let chain = chain
            .click_and_hold()
            .move_by_offset(-40, 0)
            .move_by_offset(-40, 0);
        chain.release().perform().await?;
        let shorter = format!(
            "return document.querySelector('#panel .card.open .words').textContent.length < {}",
            words.len()
        );
        page.until("fewer words", &shorter).await?;
        let now = open_words(page).await?;
        assert!(words.starts_with(&now), "{now}");
        let next = words[now.len()..].chars().next();
        assert!(
            next.is_some_and(|next| !next.is_alphanumeric()),
            "{now} ends with a whole word"
        );
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn words_are_selected_and_marked_by_keys_alone() {
    with_page("pick", async |page| {
        read(page, DOUBTFUL).await?;
        let before = page.look().await?;
        let selected = |words: &str| format!("return getSelection().toString() === {}", json!(words));
        page.press("w").await?;
        page.until("the first word", &selected("Ferry")).await?;
        let right = Key::Right.value().to_string();
        page.press(&right).await?;
        page.until("the next word", &selected("town")).await?;
        hold(page, &Key::Shift, Key::Right.value()).await?;
        hold(page, &Key::Shift, Key::Right.value()).await?;
        hold(page, &Key::Shift, Key::Right.value()).await?;
        hold(page, &Key::Shift, Key::Left.value()).await?;
        page.until("three words", &selected("town weighs a")).await?;
        page.until(
            "it is told",
            "return document.querySelector('#picked').textContent === 'town weighs a'",
        )
        .await?;
        page.press(&Key::Down.value().to_string()).await?;
        page.until("the first word of the next paragraph", &selected("Ada"))
            .await?;
        hold(page, &Key::Shift, Key::Right.value()).await?;
        page.press("q").await?;
        says(page, ".words", "Ada Lund").await?;
        assert_eq!(page.look().await?.quotations.len(), before.quotations.len() + 1);
        page.press(&Key::Escape.value().to_string()).await?;
        // From the mark in hand, and let go of.
        page.press("w").await?;
        page.until("the mark's first word", &selected("Ada")).await?;
        page.press(&Key::Escape.value().to_string()).await?;
        page.until("nothing", &selected("")).await
    })
    .await;
}
