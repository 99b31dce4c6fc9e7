// The Go library of the Python function: what it allocates, the caller frees.
package main

// #include <stdlib.h>
import "C"

import (
	"encoding/json"
	"unsafe"
)

type answer struct {
	StatusCode int    `json:"statusCode"`
	Body       string `json:"body"`
}

//export Handle
func Handle(text *C.char) *C.char {
	var event map[string]any
	if err := json.Unmarshal([]byte(C.GoString(text)), &event); err != nil {
		return C.CString("null")
	}

	output, _ := json.Marshal(answer{StatusCode: 200, Body: "hello"})
	return C.CString(string(output))
}

//export Free
func Free(text unsafe.Pointer) {
	C.free(text)
}

func main() {}
