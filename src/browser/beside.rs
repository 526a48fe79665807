//! A program that runs beside the page, in a worker: what it does keeps the page from nothing.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, Event, MessageEvent, Worker};

use super::document;
use crate::reader::Message;

/// The program beside the page: started when something is asked of it, or is about to be; ended on
/// demand. Of each who asks it answers the last question. Copies share it.
#[derive(Clone, Default)]
pub struct Beside {
    state: Rc<RefCell<State>>,
}

/// So long the program waits before it warms up: a question that is there already comes first.
const PATIENCE_MS: u32 = 20;

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
    /// What has no answer yet, in the order in which it was asked. The first is sent to the program
    /// once that is ready, the others wait.
    questions: VecDeque<Question>,
}

struct Question {
    /// Who asks.
    from: &'static str,
    /// Absent once it is sent.
    message: Option<Message>,
    take: Take,
}

struct Program {
    worker: Worker,
    is_ready: bool,
    _on_message: Closure<dyn Fn(MessageEvent)>,
    _on_error: Closure<dyn Fn(Event)>,
}

impl Beside {
    /// Starts the program, as a long text will be read soon, and has it warm up for that. Should it
    /// not start, whoever asks is told.
    pub fn prepare(&self) {
        self.start_once();
        if let Some(program) = &self.state.borrow().program {
            let _ = program.worker.post_message(&JsValue::TRUE);
        }
    }

    fn start_once(&self) {
        let mut state = self.state.borrow_mut();
        if state.program.is_none() {
            state.program = self.start();
        }
    }

    /// Asks the program, and gives `take` the answer. What `from` has asked before is forgotten.
    pub fn ask(
        &self,
        from: &'static str,
        message: Message,
        take: impl FnOnce(Result<Message, BesideProblem>) + 'static,
    ) {
        self.forget(from);
        self.queue(from, message, Box::new(take));
    }

    /// The same, but what `from` has asked before is answered first where that is under way: so
    /// somebody who asks again and again gets answers.
    pub fn ask_in_turn(
        &self,
        from: &'static str,
        message: Message,
        take: impl FnOnce(Result<Message, BesideProblem>) + 'static,
    ) {
        self.state
            .borrow_mut()
            .questions
            .retain(|question| question.from != from || question.message.is_none());
        self.queue(from, message, Box::new(take));
    }

    fn queue(&self, from: &'static str, message: Message, take: Take) {
        self.state.borrow_mut().questions.push_back(Question {
            from,
            message: Some(message),
            take,
        });
        self.go_on();
    }

    /// Whether an answer to `from` is still to come.
    pub fn is_busy(&self, from: &'static str) -> bool {
        let state = self.state.borrow();
        state.questions.iter().any(|question| question.from == from)
    }

    /// Forgets what `from` has asked, if there is no answer yet. What is under way has to be ended
    /// for that; to start anew takes less than to wait.
    pub fn forget(&self, from: &'static str) {
        let is_under_way = {
            let questions = &mut self.state.borrow_mut().questions;
            let first = questions.front();
            let is_first = first.is_some_and(|first| first.from == from && first.message.is_none());
            questions.retain(|question| question.from != from);
            is_first
        };
        if is_under_way {
            self.end();
            self.go_on();
        }
    }

    /// Forgets what `from` has asked, and ends the program unless others wait for it: it holds as
    /// much memory as its longest text has taken.
    pub fn leave(&self, from: &'static str) {
        self.forget(from);
        if self.state.borrow().questions.is_empty() {
            self.end();
        }
    }

    /// Sends the first question, as soon as there is a program to send it to.
    fn go_on(&self) {
        if self.state.borrow().questions.is_empty() {
            return;
        }
        self.start_once();
        let is_started = {
            let mut state = self.state.borrow_mut();
            let State { program, questions } = &mut *state;
            if let (Some(program), Some(first)) = (&program, questions.front_mut())
                && program.is_ready
                && let Some(message) = first.message.take()
            {
                post(&program.worker, &message);
            }
            program.is_some()
        };
        if !is_started {
            self.fail(BesideProblem::NotLoaded);
        }
    }

    fn end(&self) {
        let program = self.state.borrow_mut().program.take();
        if let Some(program) = program {
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
            if let Some(program) = &mut state.program {
                program.is_ready = true;
            }
            received(data).and_then(|message| Some((state.questions.pop_front()?, message)))
        };
        if let Some((question, message)) = answered {
            (question.take)(Ok(message));
        }
        self.go_on();
    }

    fn hear_of_error(&self) {
        let is_ready = matches!(&self.state.borrow().program, Some(program) if program.is_ready);
        self.fail(match is_ready {
            true => BesideProblem::Stopped,
            false => BesideProblem::NotLoaded,
        });
    }

    /// Tells whom it concerns: a program that stops does so over the first question.
    fn fail(&self, problem: BesideProblem) {
        self.end();
        let failed: Vec<Question> = {
            let questions = &mut self.state.borrow_mut().questions;
            let count = match problem {
                BesideProblem::NotLoaded => questions.len(),
                BesideProblem::Stopped => questions.len().min(1),
            };
            questions.drain(..count).collect()
        };
        for question in failed {
            (question.take)(Err(problem));
        }
        self.go_on();
    }
}

/// Run in the program beside the page: answers what the page asks, for as long as it lives. Told to
/// prepare, it warms up until something is asked: `warm_up` runs slice after slice, counted from
/// nought, while it says that there is another.
pub fn answer_page(answer: fn(&Message) -> Option<Message>, warm_up: fn(usize) -> bool) {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    let page = scope.clone();
    let is_asked = Rc::new(Cell::new(false));
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if event.data() == JsValue::TRUE {
            return warm_after(PATIENCE_MS, 0, Rc::clone(&is_asked), warm_up);
        }
        is_asked.set(true);
        let answered = received(&event.data()).and_then(|message| answer(&message));
        // Something that is no question gets an answer that is none, so that nobody waits for ever.
        let _ = page.post_message(&sent(&answered.unwrap_or_default()));
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    let _ = scope.post_message(&JsValue::NULL);
}

/// Runs a slice and those behind it. A question that comes in between is answered in between, and
/// warms better than any of them.
fn warm_after(ms: u32, slice: usize, is_asked: Rc<Cell<bool>>, warm_up: fn(usize) -> bool) {
    let run = move || {
        if !is_asked.get() && warm_up(slice) {
            warm_after(0, slice.saturating_add(1), is_asked, warm_up);
        }
    };
    Timeout::new(ms, run).forget();
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
