//! The part of the WebDriver protocol that the tests need: a session, scripts, actions, screenshots.

use std::path::Path;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use ureq::Agent;

use crate::paths;
use crate::window::driver::Driver;
use crate::window::wait::until;

/// A WebDriver session.
pub struct Session {
    agent: Agent,
    base: String,
}

/// Number of attempts to open the app.
const ATTEMPTS: u32 = 3;

impl Session {
    /// Opens the app on a store.
    ///
    /// A driver that can't reach its app waits without an error. This prints a message then and restarts the driver.
    #[allow(clippy::print_stderr, reason = "a second attempt should be seen")]
    pub fn open(driver: &mut Driver, home: &Path, store: &Path) -> Self {
        let mut problem = String::new();
        for attempt in 1..=ATTEMPTS {
            match Self::attempt(driver, store) {
                Ok(session) => return session,
                Err(error) => problem = format!("{error}; {}", driver.state(home)),
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
            session.request("GET", "/status", None).ok()
        });
        let options = json!({
            "binary": paths::program("deroule"),
            "args": ["--store", store],
        });
        let capabilities = json!({ "alwaysMatch": { "webkitgtk:browserOptions": options } });
        let opened = session
            .request(
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
        self.request_ok("POST", "/execute/sync", &body)
    }

    /// Whether a script returns true. False while no page is loaded.
    pub fn is_true(&self, script: &str) -> bool {
        let body = json!({ "script": script, "args": [] });
        self.request("POST", "/execute/sync", Some(&body)) == Ok(Value::Bool(true))
    }

    /// Runs a script that passes its result to `arguments[1]`.
    pub fn script_async(&self, script: &str, argument: &Value) -> Value {
        let body = json!({ "script": script, "args": [argument] });
        self.request_ok("POST", "/execute/async", &body)
    }

    /// Performs the actions of a pointer or a keyboard.
    pub fn perform(&self, source: &Value) {
        self.request_ok("POST", "/actions", &json!({ "actions": [source] }));
    }

    /// Sets the size of the window, in pixels.
    pub fn resize(&self, width: u32, height: u32) {
        let rect = json!({ "x": 0, "y": 0, "width": width, "height": height });
        self.request_ok("POST", "/window/rect", &rect);
    }

    /// A screenshot of the page, as a PNG file.
    pub fn screenshot(&self) -> Result<Vec<u8>, String> {
        let answer = self.request("GET", "/screenshot", None)?;
        let encoded = answer.as_str().ok_or("no screenshot in the answer")?;
        STANDARD.decode(encoded).map_err(|error| error.to_string())
    }

    /// Closes the window as the organiser would.
    pub fn close(&self) {
        let _gone_already = self.request("DELETE", "", None);
    }

    fn request_ok(&self, method: &str, path: &str, body: &Value) -> Value {
        self.request(method, path, Some(body))
            .unwrap_or_else(|problem| panic!("{method} {path}: {problem}"))
    }

    fn request(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value, String> {
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
        let body: Value =
            serde_json::from_str(&text).map_err(|error| format!("{error}: {text}"))?;
        if answer.status().is_success() {
            Ok(body["value"].clone())
        } else {
            Err(text)
        }
    }
}
