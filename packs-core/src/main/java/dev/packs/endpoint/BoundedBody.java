package dev.packs.endpoint;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Takes the first bytes of an answer and hangs up on the rest. */
final class BoundedBody implements HttpResponse.BodySubscriber<BoundedBody.Content> {

    private final long limit;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<Content> content = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    /** @param limit in bytes */
    BoundedBody(long limit) {
        this.limit = limit;
    }

    /** The first bytes, and whether there were no more. */
    static final class Content {

        private final byte[] bytes;
        private final boolean whole;

        Content(byte[] bytes, boolean whole) {
            this.bytes = bytes;
            this.whole = whole;
        }

        byte[] bytes() {
            return bytes;
        }

        boolean isWhole() {
            return whole;
        }
    }

    @Override
    public CompletionStage<Content> getBody() {
        return content;
    }

    @Override
    public void onSubscribe(Flow.Subscription opened) {
        subscription = opened;
        opened.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            int room = (int) Math.min(buffer.remaining(), limit - bytes.size());
            byte[] part = new byte[room];
            buffer.get(part);
            bytes.write(part, 0, room);
            if (buffer.hasRemaining()) {
                Flow.Subscription open = subscription;
                if (open != null) {
                    open.cancel();
                }
                content.complete(new Content(bytes.toByteArray(), false));
                return;
            }
        }
    }

    @Override
    public void onError(Throwable failed) {
        content.completeExceptionally(failed);
    }

    @Override
    public void onComplete() {
        content.complete(new Content(bytes.toByteArray(), true));
    }
}
