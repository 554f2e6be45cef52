"""A shop that tells Prometheus how it is doing: requests, their durations, and the trace of a typical slow one."""

import asyncio
import random
import secrets
import time

from fastapi import FastAPI, HTTPException, Request, Response
from prometheus_client import CollectorRegistry, Counter, Histogram
from prometheus_client.exposition import choose_encoder
from prometheus_client import PlatformCollector, ProcessCollector

registry = CollectorRegistry()
ProcessCollector(registry=registry)
PlatformCollector(registry=registry)

# The client appends `_total`: OpenMetrics wants every counter to end so, and PromQL to ask for request_count_total.
REQUEST_COUNT = Counter("request_count", "Requests that were answered.", ["method", "path", "status"], registry=registry)
REQUEST_SECONDS = Histogram(
    "request_seconds",
    "Durations of requests.",
    ["method", "path"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5),
    registry=registry,
)

app = FastAPI(title="Shop")


def trace_of(request: Request) -> str:
    """The trace that the caller began (W3C Trace Context), or a new one."""
    parts = request.headers.get("traceparent", "").split("-")
    return parts[1] if len(parts) == 4 and len(parts[1]) == 32 else secrets.token_hex(16)


@app.middleware("http")
async def measure(request: Request, call_next):
    if request.url.path == "/metrics":
        return await call_next(request)
    began = time.perf_counter()
    status = 500
    try:
        response = await call_next(request)
        status = response.status_code
        return response
    finally:
        # The template of the route, not the address: /items/{item_id} is one series, /items/1, /items/2, ... would be many.
        route = request.scope.get("route")
        path = route.path if route else "unmatched"
        REQUEST_COUNT.labels(request.method, path, status).inc()
        REQUEST_SECONDS.labels(request.method, path).observe(
            time.perf_counter() - began, exemplar={"trace_id": trace_of(request)}
        )


@app.get("/metrics")
def metrics(request: Request):
    # Exemplars need OpenMetrics, for which Prometheus asks in its Accept header.
    encode, media_type = choose_encoder(request.headers.get("accept", ""))
    return Response(encode(registry), headers={"content-type": media_type})


@app.get("/items/{item_id}")
async def item(item_id: int):
    await asyncio.sleep(random.expovariate(100))
    if item_id > 90:
        raise HTTPException(404, "There is no such item.")
    return {"id": item_id}


@app.get("/search")
async def search(q: str = ""):
    await asyncio.sleep(random.expovariate(12))
    return {"q": q, "found": []}


@app.post("/checkout")
async def checkout():
    await asyncio.sleep(0.1 + random.expovariate(8))
    if random.random() < 0.05:
        raise HTTPException(502, "The bank did not answer.")
    return {"paid": True}
