//! A small web server for tests and measurements. What it answers is its owner's to say; here are the connections, of
//! which it takes as many as a browser opens.

mod page;

pub use page::page_for;

use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request as HyperRequest, Response};
use hyper_util::rt::TokioIo;
use tokio::sync::oneshot;
use tokio::task::LocalSet;

/// What a browser asks for.
#[derive(Clone, Debug)]
pub struct Request {
    /// Path and query, with the first `/`.
    pub target: String,
    headers: hyper::HeaderMap,
}

impl Request {
    /// The value of a header, whatever the case of its name; nothing if it isn't there or isn't text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }
}

/// What it gets.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
    /// How long the browser waits for it.
    pub delay: Duration,
}

impl Answer {
    /// An answer with a status of HTTP and a body of a media type.
    pub fn new(status: u16, kind: &str, body: impl Into<Vec<u8>>) -> Self {
        let headers = vec![("Content-Type".to_owned(), kind.to_owned())];
        Self { status, headers, body: body.into(), delay: Duration::ZERO }
    }

    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// An answer that can't be written is a fault of the server.
    fn into_response(self) -> Response<Full<Bytes>> {
        let builder = Response::builder().status(self.status);
        let builder = self.headers.iter().fold(builder, |builder, (name, value)| builder.header(name, value));
        builder.body(Full::from(self.body)).unwrap_or_else(|_| {
            let mut failed = Response::new(Full::default());
            *failed.status_mut() = hyper::StatusCode::INTERNAL_SERVER_ERROR;
            failed
        })
    }
}

/// A running server. It ends when this is dropped.
pub struct Server {
    address: SocketAddr,
    _stop: oneshot::Sender<()>,
}

impl Server {
    /// Serves on a free port of this machine.
    pub fn start(answer: impl Fn(&Request) -> Answer + Send + Sync + 'static) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let (stop, stopped) = oneshot::channel();
        thread::spawn(move || {
            let local = LocalSet::new();
            local.spawn_local(serve(listener, Arc::new(answer)));
            // Its sender is dropped with the server.
            let _ = local.block_on(&runtime, stopped);
        });
        Ok(Self { address, _stop: stop })
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }
}

type Answering = dyn Fn(&Request) -> Answer + Send + Sync;

async fn serve(listener: TcpListener, answer: Arc<Answering>) {
    let Ok(listener) = tokio::net::TcpListener::from_std(listener) else { return };
    let answer = Rc::new(answer);
    loop {
        let Ok((stream, _)) = listener.accept().await else { continue };
        let answer = Rc::clone(&answer);
        let service = service_fn(move |asked: HyperRequest<Incoming>| {
            let target = asked.uri().path_and_query().map_or("/", |target| target.as_str()).to_owned();
            let answer = answer(&Request { target, headers: asked.headers().clone() });
            async move {
                if !answer.delay.is_zero() {
                    tokio::time::sleep(answer.delay).await;
                }
                Ok::<_, Infallible>(answer.into_response())
            }
        });
        // A browser that goes away before its answer is no concern of ours.
        tokio::task::spawn_local(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
    }
}

/// The media type of a file, by its name.
pub fn media_type(name: &str) -> &'static str {
    match Path::new(name).extension().and_then(|kind| kind.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("md") => "text/markdown; charset=utf-8",
        Some("txt") => "text/plain; charset=utf-8",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    fn ask(server: &Server, target: &str) -> io::Result<TcpStream> {
        let mut stream = TcpStream::connect(server.address)?;
        write!(stream, "GET {target} HTTP/1.1\r\nHost: a\r\nX-Name: b\r\n\r\n")?;
        Ok(stream)
    }

    fn read_until(stream: &mut TcpStream, end: &str) -> io::Result<String> {
        let (mut text, mut byte) = (Vec::new(), [0]);
        while !text.ends_with(end.as_bytes()) {
            stream.read_exact(&mut byte)?;
            text.push(byte[0]);
        }
        Ok(String::from_utf8_lossy(&text).into_owned())
    }

    #[test]
    fn each_of_many_open_connections_is_answered() -> io::Result<()> {
        let server = Server::start(|request| {
            let name = request.header("x-name").unwrap_or_default();
            Answer::new(404, "text/plain", format!("{} {name}!", request.target)).with("X-Other", "c")
        })?;
        let mut open: Vec<TcpStream> =
            (0..40).map(|at| ask(&server, &format!("/{at}?q"))).collect::<Result<_, _>>()?;
        for (at, stream) in open.iter_mut().enumerate() {
            let text = read_until(stream, "!")?;
            assert!(text.starts_with("HTTP/1.1 404") && text.contains("x-other: c"), "{text}");
            assert!(text.ends_with(&format!("/{at}?q b!")), "{text}");
        }
        Ok(())
    }

    #[test]
    fn a_server_that_is_dropped_listens_no_longer() -> io::Result<()> {
        let server = Server::start(|_| Answer::new(200, "text/plain", "x"))?;
        let address = server.address;
        drop(server);
        while TcpStream::connect(address).is_ok() {}
        Ok(())
    }

    #[test]
    fn wasm_is_served_as_wasm() {
        assert_eq!(media_type("a/b_bg.wasm"), "application/wasm");
    }
}
