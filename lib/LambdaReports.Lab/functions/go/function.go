// Lambda's Runtime API by hand. The client is net/http, as in Amazon's own library for Go: it keeps its
// connection and sends without delay.
package main

import (
	"bytes"
	"encoding/json"
	"io"
	"log"
	"net/http"
	"os"
)

type answer struct {
	StatusCode int    `json:"statusCode"`
	Body       string `json:"body"`
}

func handle(event map[string]any) answer {
	return answer{StatusCode: 200, Body: "hello"}
}

func serveOne(invocation string) error {
	next, err := http.Get(invocation + "next")
	if err != nil {
		return err
	}
	defer next.Body.Close()

	// A connection is kept only when its answer was read to the end.
	text, err := io.ReadAll(next.Body)
	if err != nil {
		return err
	}

	var event map[string]any
	if err := json.Unmarshal(text, &event); err != nil {
		return err
	}

	output, err := json.Marshal(handle(event))
	if err != nil {
		return err
	}

	id := next.Header.Get("Lambda-Runtime-Aws-Request-Id")
	accepted, err := http.Post(invocation+id+"/response", "application/json", bytes.NewReader(output))
	if err != nil {
		return err
	}
	defer accepted.Body.Close()

	_, err = io.Copy(io.Discard, accepted.Body)
	return err
}

func main() {
	invocation := "http://" + os.Getenv("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/invocation/"
	for {
		if err := serveOne(invocation); err != nil {
			log.Fatal(err)
		}
	}
}
