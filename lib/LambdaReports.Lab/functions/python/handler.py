from runtime_loop import serve


def handle(event, context):
    return {"statusCode": 200, "body": "hello"}


serve(handle)
