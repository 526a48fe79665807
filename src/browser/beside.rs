//! A program that runs beside the page, in a worker: what it does keeps the page from nothing.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, Event, MessageEvent, Worker};

use super::document;
use crate::reader::Message;

/// The program beside the page: started when something is asked of it, ended on demand. Answers
/// what was asked last. Copies share it.
#[derive(Clone, Default)]
pub struct Beside {
    state: Rc<RefCell<State>>,
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BesideProblem {
    /// The program could not be loaded or started.
    NotLoaded,
    /// It stopped over what was asked.
    Stopped,
}

type Take = Box<dyn FnOnce(Result<Message, BesideProblem>)>;

#[derive(Default)]
struct State {
    program: Option<Program>,
    /// What is asked once the program is ready.
    waiting: Option<Message>,
    /// Who waits for the answer.
    take: Option<Take>,
}

struct Program {
    worker: Worker,
    is_ready: bool,
    _on_message: Closure<dyn Fn(MessageEvent)>,
    _on_error: Closure<dyn Fn(Event)>,
}

impl Beside {
    /// Asks the program, and gives `take` the answer. Whoever waits for an earlier one gets none.
    pub fn ask(
        &self,
        message: Message,
        take: impl FnOnce(Result<Message, BesideProblem>) + 'static,
    ) {
        self.forget();
        let is_started = {
            let mut state = self.state.borrow_mut();
            state.take = Some(Box::new(take));
            match &state.program {
                Some(program) if program.is_ready => {
                    post(&program.worker, &message);
                    return;
                }
                _ => state.waiting = Some(message),
            }
            if state.program.is_none() {
                state.program = self.start();
            }
            state.program.is_some()
        };
        if !is_started {
            self.fail(BesideProblem::NotLoaded);
        }
    }

    /// Whether an answer is still to come.
    pub fn is_busy(&self) -> bool {
        self.state.borrow().take.is_some()
    }

    /// Forgets what was asked last, if there is no answer yet. What is under way has to be ended for
    /// that; to start anew takes less than to wait.
    pub fn forget(&self) {
        if self.is_busy() {
            self.end();
        }
    }

    /// Ends the program. Whoever waits for an answer gets none.
    pub fn end(&self) {
        let state = std::mem::take(&mut *self.state.borrow_mut());
        if let Some(program) = state.program {
            program.worker.set_onmessage(None);
            program.worker.set_onerror(None);
            program.worker.terminate();
        }
    }

    fn start(&self) -> Option<Program> {
        let script = document()?.query_selector("script[data-reader]").ok()??;
        let address = script.get_attribute("data-reader")?;
        // A classic script: of a page opened from a disk, a browser starts no worker that is a module.
        let worker = Worker::new(&address).ok()?;
        let beside = self.clone();
        let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            beside.hear(&event.data());
        });
        let beside = self.clone();
        let on_error = Closure::<dyn Fn(Event)>::new(move |_| beside.hear_of_error());
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Some(Program {
            worker,
            is_ready: false,
            _on_message: on_message,
            _on_error: on_error,
        })
    }

    /// The first thing that the program says is that it is ready; then it answers.
    fn hear(&self, data: &JsValue) {
        let answered = {
            let mut state = self.state.borrow_mut();
            let State {
                program: Some(program),
                waiting,
                take,
            } = &mut *state
            else {
                return;
            };
            program.is_ready = true;
            match received(data) {
                Some(message) => take.take().zip(Some(message)),
                None => {
                    if let Some(message) = waiting.take() {
                        post(&program.worker, &message);
                    }
                    None
                }
            }
        };
        if let Some((take, message)) = answered {
            take(Ok(message));
        }
    }

    fn hear_of_error(&self) {
        let is_ready = matches!(&self.state.borrow().program, Some(program) if program.is_ready);
        self.fail(match is_ready {
            true => BesideProblem::Stopped,
            false => BesideProblem::NotLoaded,
        });
    }

    fn fail(&self, problem: BesideProblem) {
        let take = self.state.borrow_mut().take.take();
        self.end();
        if let Some(take) = take {
            take(Err(problem));
        }
    }
}

/// Run in the program beside the page: answers what the page asks, for as long as it lives.
pub fn answer_page(answer: fn(&Message) -> Option<Message>) {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    let page = scope.clone();
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let answered = received(&event.data()).and_then(|message| answer(&message));
        // Something that is no question gets an answer that is none, so that nobody waits for ever.
        let _ = page.post_message(&sent(&answered.unwrap_or_default()));
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    let _ = scope.post_message(&JsValue::NULL);
}

fn post(worker: &Worker, message: &Message) {
    // Strings can always be sent.
    let _ = worker.post_message(&sent(message));
}

fn sent(message: &Message) -> JsValue {
    Array::of2(
        &message.record.as_str().into(),
        &message.text.as_str().into(),
    )
    .into()
}

fn received(data: &JsValue) -> Option<Message> {
    let parts = data.dyn_ref::<Array>()?;
    Some(Message {
        record: parts.get(0).as_string()?,
        text: parts.get(1).as_string()?,
    })
}
