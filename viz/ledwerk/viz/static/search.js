"use strict";
// The page of a search needs no script; this one only says that it is there.
document.body.dataset.ready = "true";
