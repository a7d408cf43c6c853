//! The part of the WebDriver protocol the tests need: a session, scripts, actions, pictures.

use std::path::Path;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use ureq::Agent;

use crate::paths;
use crate::window::driver::Driver;
use crate::window::wait::until;

/// An open session of a driver.
pub struct Session {
    agent: Agent,
    base: String,
}

/// How often a driver is started to open one app.
const ATTEMPTS: u32 = 3;

impl Session {
    /// Opens the app on a store. A driver that can't reach the app it started says nothing and waits: it
    /// is started anew then, and this is told.
    #[allow(clippy::print_stderr, reason = "a second attempt should be seen")]
    pub fn open(driver: &mut Driver, home: &Path, store: &Path) -> Self {
        let mut problem = String::new();
        for attempt in 1..=ATTEMPTS {
            match Self::attempt(driver, store) {
                Ok(session) => return session,
                Err(told) => problem = format!("{told}; {}", driver.state(home)),
            }
            eprintln!("attempt {attempt}: the app does not open: {problem}");
            driver.restart(home);
        }
        panic!("the app does not open: {problem}");
    }

    fn attempt(driver: &Driver, store: &Path) -> Result<Self, String> {
        let agent = |seconds| -> Agent {
            Agent::config_builder()
                .http_status_as_error(false)
                .timeout_global(Some(Duration::from_secs(seconds)))
                .build()
                .into()
        };
        let mut session = Self {
            agent: agent(60),
            base: format!("http://127.0.0.1:{}", driver.port),
        };
        until("the driver to listen", || {
            session.ask("GET", "/status", None).ok()
        });
        let options = json!({
            "binary": paths::program("deroule"),
            "args": ["--store", store],
        });
        let capabilities = json!({ "alwaysMatch": { "webkitgtk:browserOptions": options } });
        let opened = session
            .ask(
                "POST",
                "/session",
                Some(&json!({ "capabilities": capabilities })),
            )
            .map_err(|problem| problem.to_string())?;
        let id = opened["sessionId"].as_str().ok_or("no session")?;
        session.base = format!("{}/session/{id}", session.base);
        session.agent = agent(180);
        Ok(session)
    }

    /// Runs a script in the page; its `arguments[0]` is `argument`.
    pub fn script(&self, script: &str, argument: &Value) -> Value {
        let body = json!({ "script": script, "args": [argument] });
        self.must("POST", "/execute/sync", &body)
    }

    /// Whether a script answers yes; no while there is no page to ask.
    pub fn answers(&self, script: &str) -> bool {
        let body = json!({ "script": script, "args": [] });
        self.ask("POST", "/execute/sync", Some(&body)) == Ok(Value::Bool(true))
    }

    /// Runs a script that hands its answer to `arguments[1]`.
    pub fn script_async(&self, script: &str, argument: &Value) -> Value {
        let body = json!({ "script": script, "args": [argument] });
        self.must("POST", "/execute/async", &body)
    }

    /// Does what a pointer or a keyboard does.
    pub fn act(&self, source: &Value) {
        self.must("POST", "/actions", &json!({ "actions": [source] }));
    }

    /// Gives the window a size, in pixels.
    pub fn resize(&self, width: u32, height: u32) {
        let rect = json!({ "x": 0, "y": 0, "width": width, "height": height });
        self.must("POST", "/window/rect", &rect);
    }

    /// A picture of the page, as a PNG file.
    pub fn picture(&self) -> Result<Vec<u8>, String> {
        let answer = self.ask("GET", "/screenshot", None)?;
        let encoded = answer.as_str().ok_or("no picture came")?;
        STANDARD.decode(encoded).map_err(|error| error.to_string())
    }

    /// Closes the window as the organiser would.
    pub fn close(&self) {
        let _gone_already = self.ask("DELETE", "", None);
    }

    fn must(&self, method: &str, path: &str, body: &Value) -> Value {
        self.ask(method, path, Some(body))
            .unwrap_or_else(|problem| panic!("{method} {path}: {problem}"))
    }

    fn ask(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value, String> {
        let url = format!("{}{path}", self.base);
        let answer = match (method, body) {
            ("POST", Some(body)) => self
                .agent
                .post(&url)
                .content_type("application/json")
                .send(body.to_string()),
            ("DELETE", _) => self.agent.delete(&url).call(),
            _ => self.agent.get(&url).call(),
        };
        let mut answer = answer.map_err(|error| error.to_string())?;
        let text = answer
            .body_mut()
            .with_config()
            .limit(64 << 20)
            .read_to_string()
            .map_err(|error| error.to_string())?;
        let told: Value =
            serde_json::from_str(&text).map_err(|error| format!("{error}: {text}"))?;
        if answer.status().is_success() {
            Ok(told["value"].clone())
        } else {
            Err(text)
        }
    }
}
