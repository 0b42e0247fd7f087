//! Verifies deliveries in an axum server.
//!
//! ```sh
//! read -rs CONOMY_WEBHOOK_SECRET; export CONOMY_WEBHOOK_SECRET
//! cargo run
//! ```

use std::collections::{HashMap, HashSet};
use std::env;
use std::error::Error;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use compliance_gate::delivery::{
    DEFAULT_MAX_BODY_BYTES, Delivery, Key, SIGNATURE_HEADER, Unverified, Verifier,
};
use compliance_gate::error::status;

struct Shop {
    verifier: Verifier,
    /// The contents that were handled already, by key. A server that restarts keeps them in its database, beside what
    /// the handling changed.
    handled: Mutex<HashMap<String, HashSet<String>>>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let secret = env::var("CONOMY_WEBHOOK_SECRET").map_err(|_| "CONOMY_WEBHOOK_SECRET is not set")?;
    let verifier = Verifier::new(vec![Key::new("current", secret.as_bytes())?])?;
    let shop = Arc::new(Shop { verifier, handled: Mutex::default() });
    let app = Router::new()
        .route("/webhooks/conomy", post(receive))
        .layer(DefaultBodyLimit::max(DEFAULT_MAX_BODY_BYTES))
        .with_state(shop);

    let port = env::var("PORT").unwrap_or_else(|_| "8080".to_owned());
    let listener = tokio::net::TcpListener::bind(format!("127.0.0.1:{port}")).await?;
    println!("http://{}/webhooks/conomy", listener.local_addr()?);
    axum::serve(listener, app).await?;
    Ok(())
}

/// `Bytes` are the body as it was received: nothing may parse it before it is verified.
async fn receive(State(shop): State<Arc<Shop>>, headers: HeaderMap, body: Bytes) -> (StatusCode, String) {
    let signatures: Vec<&str> =
        headers.get_all(SIGNATURE_HEADER).iter().filter_map(|value| value.to_str().ok()).collect();
    // Joined as HTTP joins them, so that a second signature is refused and not overlooked.
    let signature = signatures.join(", ");
    let mut unverified = Unverified::new(&body);
    if headers.contains_key(SIGNATURE_HEADER) {
        unverified = unverified.with_header(&signature);
    }
    match unverified.verify(&shop.verifier) {
        Ok(delivery) => handle(&shop, &delivery),
        Err(refused) => {
            let refused = compliance_gate::Error::from(refused);
            let status =
                StatusCode::from_u16(status(refused.code())).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            (status, refused.code().to_owned())
        }
    }
}

fn handle(shop: &Shop, delivery: &Delivery) -> (StatusCode, String) {
    let (Ok(key), Ok(mut handled)) = (delivery.idempotency_key(), shop.handled.lock()) else {
        return (StatusCode::SERVICE_UNAVAILABLE, "not handled".to_owned());
    };
    let contents = handled.entry(key.as_str().to_owned()).or_default();
    let is_first = contents.is_empty();
    let outcome = match (contents.insert(delivery.content_id().to_string()), is_first) {
        // `delivery.signed_text()` is what to act on, here, once.
        (true, true) => "accepted",
        // The same event with other content is as genuine: act on it, and have somebody look.
        (true, false) => "conflict",
        (false, _) => "duplicate",
    };
    (StatusCode::OK, format!("{outcome} {}", key.as_str()))
}
