"""A bucket of the S3 server: `make`, `fetch DIR`, `put KEY TEXT`, `metadata`, `clear`."""
import os
import pathlib
import sys

import boto3

endpoint, bucket, verb, *words = sys.argv[1:]
s3 = boto3.client("s3", endpoint_url=endpoint, region_name="us-east-1")


def objects():
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket=bucket):
        yield from (found["Key"] for found in page.get("Contents", []))


if verb == "make":
    s3.create_bucket(Bucket=bucket)
elif verb == "clear":
    for key in list(objects()):
        s3.delete_object(Bucket=bucket, Key=key)
elif verb == "put":
    s3.put_object(Bucket=bucket, Key=words[0], Body=words[1].encode())
elif verb == "fetch":
    for key in objects():
        file = pathlib.Path(words[0]) / os.path.relpath(key, "site")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(s3.get_object(Bucket=bucket, Key=key)["Body"].read())
elif verb == "metadata":
    for key in objects():
        head = s3.head_object(Bucket=bucket, Key=key)
        print(key, head["ContentType"], head.get("CacheControl"), head["Metadata"], sep="\t")
