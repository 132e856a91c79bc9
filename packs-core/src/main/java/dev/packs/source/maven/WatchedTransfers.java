package dev.packs.source.maven;

import dev.packs.activity.Activity;
import dev.packs.activity.Step;
import dev.packs.activity.Subject;
import dev.packs.activity.Work;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;
import org.eclipse.aether.transfer.TransferListener;
import org.eclipse.aether.transfer.TransferResource;
import org.jspecify.annotations.Nullable;

/** Hears of transfers what Maven's own listener hears, and tells of each that brings something. A repository is told by its id, since an address may hold a password. */
final class WatchedTransfers implements TransferListener {

    private final TransferListener original;
    private final Activity activity;
    private final Map<TransferResource, Step> steps = new ConcurrentHashMap<>();

    private WatchedTransfers(TransferListener original, Activity activity) {
        this.original = original;
        this.activity = activity;
    }

    /** The session, whose transfers are told of from now on. */
    static RepositorySystemSession in(DefaultRepositorySystemSession session, Activity activity) {
        session.setTransferListener(new WatchedTransfers(orNobody(session.getTransferListener()), activity));
        return session;
    }

    private static TransferListener orNobody(@Nullable TransferListener listener) {
        return listener == null ? new AbstractTransferListener() {} : listener;
    }

    @Override
    public void transferInitiated(TransferEvent event) throws TransferCancelledException {
        if (event.getRequestType() == TransferEvent.RequestType.GET) {
            TransferResource resource = event.getResource();
            steps.put(
                    resource,
                    activity.start(
                            Work.DOWNLOAD,
                            new Subject("", String.valueOf(resource.getRepositoryId()), resource.getResourceName())));
        }
        original.transferInitiated(event);
    }

    @Override
    public void transferStarted(TransferEvent event) throws TransferCancelledException {
        original.transferStarted(event);
    }

    @Override
    public void transferProgressed(TransferEvent event) throws TransferCancelledException {
        original.transferProgressed(event);
    }

    /** A checksum is wrong; whether that ends the transfer is told next. */
    @Override
    public void transferCorrupted(TransferEvent event) throws TransferCancelledException {
        original.transferCorrupted(event);
    }

    @Override
    public void transferSucceeded(TransferEvent event) {
        original.transferSucceeded(event);
        Step step = steps.remove(event.getResource());
        if (step != null) {
            step.made(event.getTransferredBytes(), 1);
            step.close();
        }
    }

    @Override
    public void transferFailed(TransferEvent event) {
        original.transferFailed(event);
        Step step = steps.remove(event.getResource());
        if (step != null) {
            step.close();
        }
    }
}
