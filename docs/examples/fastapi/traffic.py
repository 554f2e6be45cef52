"""Customers of the shop: about ten requests a second, until it is stopped."""

import random
import sys
import time
import urllib.error
import urllib.request

SHOP = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000"


def visit(method: str, path: str) -> None:
    try:
        urllib.request.urlopen(urllib.request.Request(SHOP + path, method=method), timeout=10).read()
    except urllib.error.HTTPError:
        pass  # The shop counts it.
    except OSError:
        time.sleep(1)  # It is not there yet.


while True:
    what = random.random()
    if what < 0.6:
        visit("GET", f"/items/{random.randrange(100)}")
    elif what < 0.9:
        visit("GET", "/search?q=orrery")
    else:
        visit("POST", "/checkout")
    time.sleep(0.03)
