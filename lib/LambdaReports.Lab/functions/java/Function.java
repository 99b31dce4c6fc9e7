import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;

/** Lambda's Runtime API by hand. The client is the one that Java has had since 1.1: it keeps its connection, and
 * starts in a fifth of the time that the newer one takes. */
public final class Function {
    private static final ObjectMapper JSON = new ObjectMapper();

    public record Answer(int statusCode, String body) {}

    static Answer handle(JsonNode event) {
        return new Answer(200, "hello");
    }

    public static void main(String[] arguments) throws IOException {
        var invocation =
            "http://" + System.getenv("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/invocation/";
        while (true) {
            var next = (HttpURLConnection) new URL(invocation + "next").openConnection();
            JsonNode event;
            try (InputStream stream = next.getInputStream()) {
                event = JSON.readTree(stream.readAllBytes());
            }

            var id = next.getHeaderField("Lambda-Runtime-Aws-Request-Id");
            var output = JSON.writeValueAsBytes(handle(event));
            var response = (HttpURLConnection) new URL(invocation + id + "/response").openConnection();
            response.setRequestMethod("POST");
            response.setDoOutput(true);
            response.setFixedLengthStreamingMode(output.length);
            try (OutputStream stream = response.getOutputStream()) {
                stream.write(output);
            }

            try (InputStream stream = response.getInputStream()) {
                stream.readAllBytes();
            }
        }
    }
}
