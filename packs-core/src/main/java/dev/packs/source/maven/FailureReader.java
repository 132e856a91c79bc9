package dev.packs.source.maven;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.aether.repository.ArtifactRepository;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;
import org.eclipse.aether.transfer.ChecksumFailureException;
import org.eclipse.aether.transfer.MetadataNotFoundException;
import org.eclipse.aether.transfer.MetadataTransferException;
import org.eclipse.aether.transfer.RepositoryOfflineException;

/**
 * Tells from an exception of Maven's resolver what happened.
 *
 * <p>Each Maven brings another transport (3.8 Wagon, 3.9 its own HTTP, 4.0 the JDK's), whose classes a plugin cannot see. So this goes by the classes of the JDK
 * and the resolver's API in the chain of causes, and reads the HTTP status from the messages, which all transports write there.
 */
final class FailureReader {

    private static final Pattern STATUS =
            Pattern.compile("(?i)\\bstatus(?: code)?[:=]? ?([1-5][0-9]{2})\\b|\\bHTTP(?:/[0-9.]+)? ([1-5][0-9]{2})\\b");

    private static final Pattern USER_INFO = Pattern.compile("//[^/@]*@");

    private FailureReader() {}

    static List<RepositoryFailure> readAll(List<? extends Exception> failed) {
        List<RepositoryFailure> failures = new ArrayList<>();
        for (Exception exception : failed) {
            failures.add(read(exception));
        }
        return failures;
    }

    static RepositoryFailure read(Exception failed) {
        List<Throwable> chain = chain(failed);
        String where = repository(chain);
        for (Throwable link : chain) {
            if (link instanceof ChecksumFailureException checksum) {
                return checksum.getExpected() == null || checksum.getExpected().isEmpty()
                        ? new RepositoryFailure(where, FailureKind.NO_CHECKSUM, "publishes no checksum of it", failed)
                        : new RepositoryFailure(
                                where,
                                FailureKind.WRONG_CHECKSUM,
                                "sent content with the checksum `" + checksum.getActual() + "` and says that it is `"
                                        + checksum.getExpected() + "`",
                                failed);
            }
            if (link instanceof RepositoryOfflineException) {
                return new RepositoryFailure(
                        where, FailureKind.OFFLINE, "was not asked, because Maven is offline", failed);
            }
        }
        if (failed instanceof ArtifactNotFoundException || failed instanceof MetadataNotFoundException) {
            return new RepositoryFailure(where, FailureKind.NOT_FOUND, "does not have it", failed);
        }
        Optional<RepositoryFailure> disk = disk(chain, where, failed);
        if (disk.isPresent()) {
            return disk.get();
        }
        return status(chain)
                .map(status -> ofStatus(where, status, failed))
                .orElseGet(() -> ofConnection(where, chain, failed));
    }

    private static List<Throwable> chain(Throwable failed) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable link = failed; link != null && !chain.contains(link); link = link.getCause()) {
            chain.add(link);
        }
        return chain;
    }

    private static String repository(List<Throwable> chain) {
        for (Throwable link : chain) {
            if (link instanceof ArtifactTransferException transfer) {
                return name(transfer.getRepository());
            }
            if (link instanceof MetadataTransferException transfer) {
                return name(transfer.getRepository());
            }
        }
        return "";
    }

    /** {@code `central` (address)}, without a user's name or password. */
    static String name(@org.jspecify.annotations.Nullable ArtifactRepository repository) {
        if (repository == null) {
            return "";
        }
        if (repository instanceof RemoteRepository remote) {
            return "`" + remote.getId() + "` ("
                    + USER_INFO.matcher(remote.getUrl()).replaceFirst("//") + ")";
        }
        return "`" + repository.getId() + "`";
    }

    private static Optional<RepositoryFailure> disk(List<Throwable> chain, String where, Exception failed) {
        for (Throwable link : chain) {
            String message = message(link).toLowerCase(Locale.ROOT);
            if (link instanceof IOException
                    && (message.contains("no space left")
                            || message.contains("not enough space")
                            || message.contains("disk quota"))) {
                return Optional.of(new RepositoryFailure(
                        where, FailureKind.DISK_FULL, "was answering when the disk ran full", failed));
            }
        }
        for (Throwable link : chain) {
            if (link instanceof FileSystemException) {
                return Optional.of(new RepositoryFailure(
                        where,
                        FailureKind.NOT_WRITTEN,
                        "answered, but it could not be written: " + message(link),
                        failed));
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> status(List<Throwable> chain) {
        for (int i = chain.size() - 1; i >= 0; i--) {
            Matcher found = STATUS.matcher(message(chain.get(i)));
            if (found.find()) {
                return Optional.of(Integer.valueOf(found.group(1) != null ? found.group(1) : found.group(2)));
            }
        }
        return Optional.empty();
    }

    private static RepositoryFailure ofStatus(String where, int status, Exception failed) {
        FailureKind kind = switch (status) {
            case 401, 403, 407 -> FailureKind.DENIED;
            case 404, 410 -> FailureKind.NOT_FOUND;
            case 408, 504 -> FailureKind.TIMED_OUT;
            default -> status >= 500 || status == 429 ? FailureKind.SERVER_ERROR : FailureKind.OTHER;
        };
        return new RepositoryFailure(where, kind, "answered " + status, failed);
    }

    private static RepositoryFailure ofConnection(String where, List<Throwable> chain, Exception failed) {
        for (Throwable link : chain) {
            String type = link.getClass().getSimpleName();
            if (link instanceof UnknownHostException || link instanceof UnresolvedAddressException) {
                return connection(where, "has an address that is not known here", failed);
            }
            if (link instanceof ConnectException || link instanceof NoRouteToHostException) {
                return isTimeOut(link)
                        ? new RepositoryFailure(where, FailureKind.TIMED_OUT, "did not answer in time", failed)
                        : connection(where, "cannot be reached", failed);
            }
            if (isTimeOut(link)) {
                return new RepositoryFailure(where, FailureKind.TIMED_OUT, "did not answer in time", failed);
            }
            if (type.equals("AuthorizationException") || type.equals("AuthenticationException")) {
                return new RepositoryFailure(where, FailureKind.DENIED, "refused access", failed);
            }
            if (type.startsWith("SSL") || type.startsWith("Cert")) {
                return new RepositoryFailure(
                        where, FailureKind.OTHER, "has no certificate that is trusted here: " + message(link), failed);
            }
        }
        Throwable root = chain.get(chain.size() - 1);
        boolean broke = root instanceof EOFException
                || root instanceof ClosedChannelException
                || root.getClass().getName().startsWith("java.net.")
                || root instanceof IOException;
        return broke
                ? connection(where, "broke off the connection (" + message(root) + ")", failed)
                : new RepositoryFailure(
                        where, FailureKind.OTHER, where.isEmpty() ? message(root) : "failed: " + message(root), failed);
    }

    private static boolean isTimeOut(Throwable link) {
        return link instanceof InterruptedIOException
                || link instanceof HttpTimeoutException
                || link instanceof TimeoutException
                || (link instanceof IOException
                        && message(link).toLowerCase(Locale.ROOT).contains("timed out"));
    }

    private static RepositoryFailure connection(String where, String reason, Exception failed) {
        return new RepositoryFailure(where, FailureKind.CONNECTION, reason, failed);
    }

    private static String message(Throwable link) {
        String message = link.getMessage();
        return USER_INFO
                .matcher(message == null ? link.getClass().getSimpleName() : message)
                .replaceAll("//");
    }
}
