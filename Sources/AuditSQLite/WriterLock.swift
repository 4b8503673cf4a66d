import AuditLog
import Glibc

/// The right to write to a log, held by one process at a time and given back by the system if that process dies.
///
/// It is a lock on the database file itself. SQLite's own locks are of another kind and are not touched; but closing
/// any descriptor of the file drops them, so this one is closed only after the database.
final class WriterLock {
    private let descriptor: Int32

    /// Makes the file if there is none, readable and writable by its owner alone.
    init(_ path: String) throws(AuditFault) {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        if descriptor < 0 {
            throw AuditFault("cannot open the audit log `\(path)`: \(String(cString: strerror(errno)).lowercased())")
        }
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            if errno == EINTR { continue }
            let reason = errno
            close(descriptor)
            if reason == EWOULDBLOCK {
                throw AuditFault(
                    "another run is writing to the audit log `\(path)`",
                    help: "wait until it has ended, or give this run a log of its own")
            }
            throw AuditFault("cannot lock the audit log `\(path)`: \(String(cString: strerror(reason)).lowercased())")
        }
    }

    deinit { close(descriptor) }
}
