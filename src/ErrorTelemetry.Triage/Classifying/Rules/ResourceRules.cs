using static ErrorTelemetry.Classifying.ErrorCategories;
using static ErrorTelemetry.Classifying.ErrorSeverities;

namespace ErrorTelemetry.Classifying.Rules;

/// <summary>What a machine or a browser has only so much of: memory, stack, disks, files.</summary>
internal static class ResourceRules
{
    /// <summary>Memory and stack.</summary>
    public static IReadOnlyList<ClassificationRule> Exhaustion { get; } =
    [
        new()
        {
            Id = "stack-overflow", Category = StackOverflow, Severity = Critical, Types = ["StackOverflowException", "InsufficientExecutionStackException", "StackOverflowError"],
            Remediation = ["Look for a recursion without end at {culprit}: a method, property or JSON graph that leads back to itself.", "Add the missing end, or turn the recursion into a loop with a bound."],
        },
        new()
        {
            Id = "stack-overflow-message", Category = StackOverflow, Severity = High,
            Messages = ["Maximum call stack size exceeded", "too much recursion", "Out of stack space", "^Stack overflow", "a stack overflow", "Insufficient stack to continue executing"],
            Remediation = ["Look for a recursion without end at {culprit}; a setter or effect that triggers itself is the usual one.", "Spreading a very large array into a call (f(...list)) has the same symptom."],
        },
        new()
        {
            Id = "out-of-memory", Category = OutOfMemory, Severity = Critical, Types = ["OutOfMemoryException", "InsufficientMemoryException", "OutOfMemoryError"],
            Remediation = ["Find what grows: take a dump or compare counters (dotnet-gcdump, dotnet-counters) before and after; {culprit} is only where memory ran out.", "Bound caches and queues, stream large bodies, and compare the limit of the container with what the app needs."],
        },
        new()
        {
            Id = "out-of-memory-message", Category = OutOfMemory, Severity = High,
            Messages = ["out of memory", "allocation size overflow", "Array buffer allocation failed", "Insufficient memory to continue", "JavaScript heap out of memory", "Cannot enlarge memory", "could not allocate memory", "^Invalid string length$", "memory access out of bounds", "WebAssembly.Memory(): could not allocate", "(OOM)", "Map maximum size exceeded", "Set maximum size exceeded", "Maximum BigInt size exceeded", "Array dimensions exceeded supported range", "OutOfMemoryException' was thrown", "Out of memory"],
            Remediation = ["Find what {culprit} holds on to: large lists, images, buffers, listeners that are never removed.", "Work on data in parts; release object URLs and caches."],
        },
    ];

    /// <summary>Files, folders, disks, and the browser's own storage.</summary>
    public static IReadOnlyList<ClassificationRule> Files { get; } =
    [
        new()
        {
            Id = "disk-full", Category = FileSystem, Severity = Critical,
            Messages = ["not enough space on the disk", "No space left on device", "ENOSPC", "disk full", "disk quota exceeded", "Disk quota exceeded", "EDQUOT", "disk is full", "out of disk space", "not enough disk space", "Not enough storage is available", "database or disk is full"],
            Remediation = ["Free or enlarge the disk now; logs, temp files and old releases are the usual cause.", "Alert on free space, and make {culprit} clean up after itself."],
        },
        new()
        {
            Id = "browser-storage", Category = FileSystem, Severity = Medium,
            Types = ["QuotaExceededError", "NS_ERROR_DOM_QUOTA_REACHED", "ConstraintError", "ReadOnlyError", "TransactionInactiveError"],
            Remediation = ["The browser's storage is full or switched off: make {culprit} go on without it.", "Keep less in localStorage; remove old entries first."],
        },
        new()
        {
            Id = "browser-storage-message", Category = FileSystem, Severity = Medium,
            Messages =
            [
                "exceeded the quota", "QuotaExceededError", "Failed to read the 'localStorage' property", "Failed to read the 'sessionStorage' property", "NS_ERROR_FILE_CORRUPTED", "Connection to Indexed Database server lost", "Internal error opening backing store for indexedDB",
                "A mutation operation was attempted on a database that did not allow mutations", "Attempt to get all index records from database without an in-progress transaction", "The quota has been exceeded", "'localStorage' property from 'Window'",
                "An internal error was encountered in the Indexed Database server", "UnknownError: Attempt to",
                "full disk", "indexedDB", "IndexedDB", "IDBDatabase", "IDBObjectStore", "IDBFactory", "IDBTransaction", "specified object store", "object stores was not found", "object store with", "object store named", "NS_ERROR_STORAGE", "NS_ERROR_FILE", "Persistent storage maximum size", "The transaction was aborted, so the request", "existing version (", "open a database using a lower version", "committing transaction", "indexedDB*backing store", "backing store for", "localStorage is not available", "'sessionStorage' property from",
            ],
            Remediation = ["The browser's storage is full, broken or switched off (private mode, policies): make {culprit} go on without it.", "Wrap every access; keep less in it."],
        },
        new()
        {
            // Browser objects that are asked out of turn; after their storage's, before words of networks, which their members can be called.
            Id = "dom-state", Category = InvalidState, Severity = Medium, Types = ["InvalidStateError", "InvalidAccessError", "InUseAttributeError", "InvalidModificationError", "NoModificationAllowedError", "NamespaceError"],
            Remediation = ["See in which order {culprit} is called: the browser's object was not open yet, already closed, or of another kind.", "Wait for its event (open, load, ready) or look at its state first."],
        },
        new()
        {
            Id = "file-access", Category = FileSystem, Severity = High,
            Messages = ["Access to the path*denied", "EACCES", "EPERM: operation not permitted", "Read-only file system", "EROFS", "EPERM"],
            Remediation = ["Give the app's account the right to the path that the message names, or let {culprit} write elsewhere.", "Containers often have a read-only file system: mount a volume."],
        },
        new()
        {
            Id = "file-locked", Category = FileSystem, Severity = Medium,
            Messages = ["used by another process", "Device or resource busy", "being used by another process", "cannot access the file", "EBUSY", "The process cannot access", "Sharing violation", "ETXTBSY", "locked a portion of the file"],
            Remediation = ["Two writers or a reader hold the file: open it at {culprit} with the right FileShare, dispose streams, and write to a temporary name that is renamed afterwards."],
        },
        new()
        {
            Id = "file-handles", Category = FileSystem, Severity = Critical, Messages = ["Too many open files", "EMFILE", "ENFILE", "The configured user limit*inotify"],
            Remediation = ["Something is opened and never closed: look for missing using statements near {culprit}, and for a new HttpClient or FileSystemWatcher per call.", "Raise the limit (ulimit -n, fs.inotify.max_user_instances) only after that."],
        },
        new()
        {
            Id = "file-missing", Category = FileSystem, Severity = High,
            Types = ["FileNotFoundException", "DirectoryNotFoundException", "PathTooLongException", "DriveNotFoundException", "EndOfStreamException", "FileFormatException"],
            Remediation = ["See which path {culprit} builds and whether the file is part of the deployment; names differ in case on Linux.", "Build paths from the content root, never from the current directory."],
        },
        new()
        {
            Id = "file-missing-message", Category = FileSystem, Severity = High,
            Messages = ["Could not find file", "Could not find a part of the path", "ENOENT", "no such file or directory", "The directory is not empty", "already exists*file", "file*already exists", "EEXIST", "ENOTEMPTY", "NotReadableError", "The requested file could not be read", "A requested file or directory could not be found", "EISDIR", "ENOTDIR", "EXDEV", "ELOOP", "ENAMETOOLONG", "file name, or both are too long", "Could not find the drive", "Central Directory record", "beyond the end of the stream", "past the end of the stream", "because a file or directory with the same name already exists", "UNKNOWN: unknown error", "device is not ready", "volume label syntax", "File name too long", "Directory not empty", "File exists", "Invalid cross-device link", "Text file busy", "EIO", "ENODEV", "ENXIO", "Stale file handle", "End of Central Directory", "unsupported compression method", "not a valid zip", "The system cannot find the file", "The system cannot find the path", "The filename, directory name", "cyclic redundancy", "media is write protected", "network name cannot be found", "network name is no longer available", "The file exists"],
            Remediation = ["See which path {culprit} builds and whether it exists where the app runs.", "Names differ in case on Linux; create folders before writing into them."],
        },
    ];

    /// <summary>By type alone; the last of all.</summary>
    public static IReadOnlyList<ClassificationRule> Other { get; } =
    [
        new()
        {
            Id = "file-other", Category = FileSystem, Severity = Medium, Types = ["IOException", "InvalidDataException", "*IOException", "*FileException"],
            Remediation = ["Reading or writing failed at {culprit}: see which file, pipe or stream it is, and what the innermost cause says."],
        },
    ];
}
