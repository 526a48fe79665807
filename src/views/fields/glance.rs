//! The incident at a glance, above the rows of its timeline: the picture, and the response times. It
//! says how long things took, and never whether that is good.

use leptos::prelude::*;

use crate::editor::Editor;
use crate::postmortem::{Point, ResponseTime};
use crate::views::button::Button;
use crate::views::erased::{CollectAny, dynamic, live, run, show};
use crate::views::paper::PaperBlock;

/// The picture and the response times, once there is anything to show.
#[component]
pub(super) fn GlancePanel() -> impl IntoView {
    let editor = expect_context::<Editor>();
    let glance = editor.glance();
    let picture = move || {
        view! {
            <PaperBlock class="glance__picture" html=live(move || glance.read().svg.clone()) />
            <details class="glance__words">
                <summary>"In words"</summary>
                <p>{live(move || glance.read().words.clone())}</p>
            </details>
        }
    };
    let times = move || {
        let glance = glance.read();
        let row = |time: &ResponseTime| view! { <TimeRow time=*time /> };
        let rows = glance.times.iter().map(row).collect_any();
        view! {
            <table class="glance__times">
                <caption>"Response times"</caption>
                <tbody>{rows}</tbody>
            </table>
        }
    };
    let untold = move || {
        let glance = glance.read();
        let lines = glance.untold.iter();
        lines
            .map(|line| view! { <p>{line.clone()}</p> })
            .collect_any()
    };
    show(
        move || !glance.read().is_empty(),
        move || {
            view! {
                <section class="glance" aria-label="The incident at a glance">
                    {show(move || !glance.read().svg.is_empty(), picture)}
                    {show(move || !glance.read().times.is_empty(), move || dynamic(times))}
                    {show(move || !glance.read().clocks.is_empty(), move || view! {
                        <p class="glance__clocks">{live(move || glance.read().clocks.clone())}</p>
                    })}
                    <div class="glance__untold">{dynamic(untold)}</div>
                </section>
            }
        },
    )
}

/// One response time, with the ways to where it begins and ends.
#[component]
fn TimeRow(time: ResponseTime) -> impl IntoView {
    let has_day = time.from.at.date() != time.to.at.date();
    view! {
        <tr>
            <th scope="row">
                {time.name()} <span class="glance__definition">{time.definition()}</span>
            </th>
            <td class="glance__length">{time.length()}</td>
            <td>
                <PointLink point=time.from has_day of=time.name() />
                " → "
                <PointLink point=time.to has_day of=time.name() />
            </td>
        </tr>
    }
}

#[component]
fn PointLink(point: Point, has_day: bool, of: &'static str) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let words = point.words(has_day);
    let name = format!("Go to {words} ({of})");
    let press = run(move || editor.go_to_origin(point.origin));
    view! { <Button class="link" words name press /> }
}
