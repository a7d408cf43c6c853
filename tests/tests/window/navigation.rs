//! The webview never leaves the app, whatever a script or a link does.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use deroule_tests::store::Store;
use deroule_tests::window::Window;
use serde_json::json;

/// A local web server that counts requests. It doesn't count connections: WebKit connects before its policy decides.
struct WebServer {
    port: u16,
    requests: Arc<AtomicUsize>,
}

const PAGE: &str =
    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9\r\n\r\nelsewhere";

impl WebServer {
    fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let requests = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&requests);
        std::thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let counted = Arc::clone(&counted);
                std::thread::spawn(move || {
                    if stream.read(&mut [0; 4096]).is_ok_and(|bytes| bytes > 0) {
                        counted.fetch_add(1, Ordering::SeqCst);
                        let _gone = stream.write_all(PAGE.as_bytes());
                    }
                });
            }
        });
        Self { port, requests }
    }
}

#[test]
fn no_script_link_or_form_leaves_the_app() {
    let server = WebServer::new();
    let window = Window::open(Store::new());
    let address = format!("http://127.0.0.1:{}/", server.port);
    let attempts = [
        "location.href = url",
        "location.replace(url)",
        "window.open(url)",
        "const link = document.createElement('a'); link.href = url; document.body.append(link); link.click()",
        "const link = document.createElement('a'); link.href = url; link.target = '_blank';
         document.body.append(link); link.click()",
        "const form = document.createElement('form'); form.action = url; document.body.append(form); form.submit()",
        "location.href = 'data:text/html,elsewhere'",
        "location.href = 'file:///etc/hostname'",
        "location.href = 'about:blank'",
    ];
    window.script("window.here = true", &serde_json::Value::Null);
    for attempt in attempts {
        let script = format!(
            "const url = arguments[0]; const done = arguments[1];
             {{ {attempt} }}
             // After two turns a page that is being left is gone.
             setTimeout(() => setTimeout(() => done(null)), 50)"
        );
        window.script_async(&script, &json!(address));
        window.shows("return window.here === true && location.protocol === 'tauri:'");
    }
    // The app still works.
    window.keys(&["Alt+4"]);
    window.shows("return document.querySelector('[data-testid=agenda]') !== null");
    assert_eq!(server.requests.load(Ordering::SeqCst), 0);
}
