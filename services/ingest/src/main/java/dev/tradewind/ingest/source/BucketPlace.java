package dev.tradewind.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** A bucket. Its objects appear whole, and their entity tag tells whether they are the same. */
final class BucketPlace implements Place {
  private final S3Client client;
  private final SourceConfig.Bucket config;

  BucketPlace(SourceConfig.Bucket config) {
    this.config = config;
    S3ClientBuilder builder =
        S3Client.builder()
            .httpClient(UrlConnectionHttpClient.create())
            .region(Region.of(config.region()))
            .forcePathStyle(config.pathStyle())
            // Small texts only are written, and not every store undoes the chunks.
            .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
            // Stores other than Amazon's do not know the newer checksums.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
    config.endpoint().ifPresent(builder::endpointOverride);
    if (config.accessKey().isPresent() && config.secretKey().isPresent()) {
      builder.credentialsProvider(
          StaticCredentialsProvider.create(
              AwsBasicCredentials.create(config.accessKey().get(), config.secretKey().get())));
    }
    client = builder.build();
  }

  @Override
  public String address() {
    return "s3://" + config.bucket() + "/" + config.prefix();
  }

  @Override
  public String kind() {
    return "bucket";
  }

  @Override
  public boolean atomic() {
    return true;
  }

  @Override
  public List<StoredObject> list() throws IOException {
    try {
      return client
          .listObjectsV2Paginator(list -> list.bucket(config.bucket()).prefix(config.prefix()))
          .contents()
          .stream()
          .map(
              object ->
                  new StoredObject(
                      object.key().substring(config.prefix().length()),
                      object.eTag().replace("\"", ""),
                      object.size()))
          .filter(object -> object.name().chars().filter(c -> c == '/').count() <= 1)
          .toList();
    } catch (SdkException e) {
      throw failure(e);
    }
  }

  @Override
  public InputStream open(StoredObject object) throws IOException {
    try {
      return client.getObject(
          get -> get.bucket(config.bucket()).key(key(object.name())).ifMatch(object.version()));
    } catch (SdkException e) {
      throw failure(e);
    }
  }

  /** One answer of the store is of one version. */
  @Override
  public void verify(StoredObject object) {}

  @Override
  public void write(String name, String text) throws IOException {
    try {
      client.putObject(
          put -> put.bucket(config.bucket()).key(key(name)).contentType("application/json"),
          RequestBody.fromString(text));
    } catch (SdkException e) {
      throw failure(e);
    }
  }

  private String key(String name) {
    return config.prefix() + name;
  }

  private static IOException failure(SdkException cause) {
    return new IOException("the bucket does not answer as it should: " + cause.getMessage(), cause);
  }

  @Override
  public void close() {
    client.close();
  }
}
