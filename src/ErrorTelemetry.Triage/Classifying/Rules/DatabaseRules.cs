using static ErrorTelemetry.Classifying.ErrorCategories;
using static ErrorTelemetry.Classifying.ErrorSeverities;

namespace ErrorTelemetry.Classifying.Rules;

/// <summary>SQL Server, PostgreSQL, MySQL, SQLite, Oracle, MongoDB, Redis and Entity Framework, in their drivers' words.</summary>
internal static class DatabaseRules
{
    private static readonly string[] DriverTypes =
    [
        "SqlException", "SqlTypeException", "SqlNullValueException", "NpgsqlException", "PostgresException", "MySqlException", "MySqlConversionException", "SqliteException", "SQLiteException", "OracleException", "DB2Exception", "FbException", "OdbcException", "OleDbException", "DbException", "DbUpdateException", "DbEntityValidationException",
        "EntityException", "EntityCommandExecutionException", "EntitySqlException", "UpdateException", "RetryLimitExceededException", "MongoException", "MongoCommandException", "MongoWriteException", "MongoBulkWriteException", "MongoConnectionException", "MongoExecutionTimeoutException", "RedisException", "RedisServerException", "CassandraException",
        "ADOException", "GenericADOException", "LinqToDBException", "DataException", "SqlError", "SequelizeDatabaseError", "PrismaClientKnownRequestError", "ElasticsearchClientException", "InfluxException", "Neo4jException", "EFException", "QueryFailedError", "TypeORM*", "Knex*", "Mongoose*", "PGError", "*DatabaseException", "*DatabaseError", "SqlAlchemy*", "PostgresError", "Couchbase*", "RavenDB*", "Raven.*", "LiteDB*", "LiteException", "Marten*", "NHibernate*", "System.Data.*", "Microsoft.EntityFrameworkCore.DbUpdate*", "DuckDB*", "ClickHouse*", "Snowflake*", "DynamoDB*", "QueryException", "SQLException", "SQLError", "SQLiteError", "DatabaseError", "GridReaderException", "Npgsql*", "MySql*", "Mongo*", "Redis*", "Oracle.ManagedDataAccess*", "Prisma*", "Sequelize*", "Microsoft.Data.SqlClient*", "System.Data.SqlClient*", "Microsoft.Data.Sqlite*", "Cassandra*", "FirebirdSql*",
    ];

    /// <summary>What drivers say in fixed words.</summary>
    public static IReadOnlyList<ClassificationRule> Table { get; } =
    [
        new()
        {
            Id = "db-corrupt", Category = Database, Severity = Critical, Messages = ["database disk image is malformed", "file is not a database", "SQLite Error 11", "SQLite Error 26", "attempt to write a readonly database", "SQLite Error 8:", "disk I/O error"],
            Remediation = ["Stop writing, copy the file, and run an integrity check; restore from a backup if it fails.", "See whether the disk is full, read-only, or a network share: SQLite needs a local file."],
        },
        new()
        {
            Id = "db-deadlock", Category = DatabaseDeadlock, Severity = High,
            Messages = ["was deadlocked on", "deadlock detected", "Deadlock found when trying to get lock", "deadlock victim", "Serialization failure: 1213", "deadlock occurred", "deadlock while", "due to deadlock", "due to a deadlock", "caused a deadlock", "because of a deadlock", "transaction*deadlock", "deadlock*transaction", "lock*deadlock", "deadlock*lock", "deadlock*retry", "^deadlock$", "^deadlock ", "^deadlock:", "^deadlock,"],
            Remediation = ["Two transactions locked the same rows in different order: let {culprit} and its counterpart touch tables in one order, and keep transactions short.", "Repeat the whole transaction a bounded number of times (EnableRetryOnFailure, with an execution strategy around it).", "See the database's deadlock report for the other statement; a missing index widens locks."],
        },
        new()
        {
            Id = "db-locked", Category = DatabaseDeadlock, Severity = High,
            Messages = ["database is locked", "database table is locked", "SQLITE_BUSY", "SQLITE_LOCKED", "Lock request time out period exceeded", "could not obtain lock on"],
            Remediation = ["A writer waits for another one: keep write transactions short and one at a time, switch WAL on for SQLite, and set a busy timeout.", "Look for a transaction or reader that {culprit} leaves open."],
        },
        new()
        {
            Id = "db-pool", Category = DatabaseConnection, Severity = Critical,
            Messages =
            [
                "prior to obtaining a connection from the pool", "connection pool has been exhausted", "Too many connections", "too many clients already", "remaining connection slots are reserved", "max pool size was reached", "Connect Timeout expired. All pooled connections are in use", "QueuePool limit", "The request limit for the database is", "wait queue for acquiring a connection",
                "Timeout acquiring a connection", "for a connection from the pool", "connection pool is exhausted",
                "too many connections for role",
            ],
            Remediation = ["Connections are taken and not given back: dispose every connection, reader and context near {culprit}, and await inside of using.", "Compare the pool's size times the number of processes with what the server allows.", "Look for slow statements that hold connections."],
        },
        new()
        {
            Id = "db-timeout", Category = DatabaseTimeout, Severity = High,
            Messages =
            [
                "Execution Timeout Expired", "Timeout expired.  The timeout period elapsed prior to completion", "The timeout period elapsed prior to completion of the operation", "canceling statement due to statement timeout", "canceling statement due to lock timeout", "Lock wait timeout exceeded", "Query execution was interrupted, maximum statement execution time exceeded", "maximum statement execution time",
                "The Command Timeout expired", "Timeout performing*(", "Timeout awaiting response (outbound", "operation exceeded time limit", "MaxTimeMSExpired", "canceling statement due to user request", "Exception while reading from stream*Timeout during reading attempt", "Timeout during reading attempt", "idle-in-transaction timeout", "Wait operation timed out*sql",
            ],
            Remediation = ["Take the statement behind {culprit} and read its plan: an index is missing, statistics are old, or it reads too much.", "See whether another transaction blocks it at those times.", "Raise the command timeout only for work that is meant to be long."],
        },
        new()
        {
            Id = "db-timeout-type", Category = DatabaseTimeout, Severity = High, Types = ["RedisTimeoutException", "MongoExecutionTimeoutException"],
            Remediation = ["See the load of the server and slow commands at those times; the message of the client has queue lengths and thread pool figures.", "A starved thread pool looks the same: {culprit} must not block on async work."],
        },
        new()
        {
            Id = "db-constraint-duplicate", Category = DatabaseConstraint, Severity = Medium,
            Messages =
            [
                "Violation of PRIMARY KEY constraint", "Violation of UNIQUE KEY constraint", "Cannot insert duplicate key", "duplicate key value violates unique constraint", "Duplicate entry*for key", "UNIQUE constraint failed", "PRIMARY KEY constraint failed", "E11000", "duplicate key error", "column*is not unique", "columns*are not unique", "Unique constraint failed", "SequelizeUniqueConstraintError",
                "duplicate key value", "Entity with the specified id already exists in the system",
            ],
            Remediation = ["The row exists already: make {culprit} idempotent (insert or update), or catch the violation and tell the user.", "Two requests at once pass a check before insert; only the constraint is safe."],
        },
        new()
        {
            Id = "db-constraint", Category = DatabaseConstraint, Severity = High,
            Messages =
            [
                "conflicted with the*constraint", "violates foreign key constraint", "violates not-null constraint", "violates check constraint", "violates exclusion constraint", "foreign key constraint fails", "FOREIGN KEY constraint failed", "NOT NULL constraint failed", "CHECK constraint failed", "Cannot insert the value NULL into column", "Column*cannot be null", "cannot be null\"*SQL", "Field '*' doesn't have a default value",
                "String or binary data would be truncated", "value too long for type", "Data too long for column", "Out of range value for column", "Arithmetic overflow error converting", "numeric field overflow", "Cannot add or update a child row", "Cannot delete or update a parent row", "association between entity types*has been severed",
                "Check constraint*is violated", "Foreign key constraint", "may not be null*constraint", "integrity constraint",
                "data would be truncated", "explicit value for identity column", "does not satisfy the uniqueness", "violates unique", "violates * constraint \"", "violates*constraint on", "insert or update*violates*constraint", "row*violates*constraint", "column does not allow nulls", "^integer out of range", "value*integer out of range", "bigint out of range", "smallint out of range", "out of range for type", "Data truncated for column", "Data truncation", "^Document failed validation$",
            ],
            Remediation = ["The data that {culprit} saves breaks a rule of the schema, which the message names: check it where it comes in, before saving.", "For deletes, decide what happens to rows that point here."],
        },
        new()
        {
            Id = "db-connection", Category = DatabaseConnection, Severity = Critical,
            Messages =
            [
                "A network-related or instance-specific error occurred", "Cannot open database", "Connection Timeout Expired", "Cannot open server", "Login failed for user '", "password authentication failed for user", "no pg_hba.conf entry", "Access denied for user '", "Unable to connect to any of the specified MySQL hosts", "Unable to connect to any of the specified", "the database system is starting up", "the database system is shutting down", "the database system is in recovery mode",
                "terminating connection due to", "server closed the connection unexpectedly", "Exception while reading from stream", "Exception while writing to stream", "MySQL server has gone away", "Lost connection to MySQL server", "Connection must be valid and open", "TNS:", "unable to open database file", "The connection is broken and recovery is not possible",
                "Connection open and login was successful, but then an error occurred", "A connection was successfully established with the server, but then an error occurred", "It was not possible to connect to the redis server", "No connection is available to service this operation", "No connection is active/available to service", "UnableToConnect on", "UnableToResolvePhysicalConnection", "SocketFailure on", "SocketClosed on", "occurred after*selecting a server", "A timeout occurred after*selecting a server", "MongoDB server", "Failed to connect to*:5432",
                "Failed to connect to*:3306", "Failed to connect to*:1433", "connection to server at", "could not connect to server: ", "A transport-level error has occurred", "The server was not found or was not accessible", "Can't connect to MySQL server", "Can't connect to local MySQL server", "Can't reach database server", "Error connecting to*database", "An exception has been raised that is likely due to a transient failure", "database \"*\" does not exist", "database '*' does not exist", "is not currently available. Please retry the connection", "Host*is not allowed to connect",
                "Unknown database", "ERR max number of clients reached", "NOAUTH Authentication required", "WRONGPASS", "Resource temporarily unavailable*sql", "The underlying provider failed on Open", "SequelizeConnection", "connection is closed*database", "MongoNetworkError", "MongoServerSelectionError", "Invalid operation. The connection is closed", "ExecuteReader requires an open",
                "Authentication to host", "Mongo*Couldn't connect to server",
                "opening a connection to the server", "sasl protocol mechanism", "Database '*' on server", "Not enough resources to process request", "server conn crashed", "No password has been provided but the backend requires", "PROTOCOL_CONNECTION_LOST", "number of retries (*database", "while attempting to connect to SQL", "requested by the login. The login failed", "The login is from an untrusted domain", "remaining connection slots", "cannot connect to the database", "data source is currently", "ECONNREFUSED*:5432", "ECONNREFUSED*:3306", "ECONNREFUSED*:1433", "ECONNREFUSED*:27017", "ECONNREFUSED*:6379", "ECONNREFUSED*:1521", "topology was destroyed", "Topology is closed", "MongoClient must be connected", "buffering timed out", "server selection timed out", "max retries per request limit", "Database is shutting down",
            ],
            Remediation = ["Check that the server runs and is reachable from where {culprit} runs, and that the connection string's host, name and account are right.", "If it comes and goes, switch on connection resiliency (EnableRetryOnFailure) and look at fail-overs at those times."],
        },
        new()
        {
            Id = "db-connection-type", Category = DatabaseConnection, Severity = Critical, Types = ["RedisConnectionException", "MongoConnectionException", "MongoConnectionPoolPausedException", "MongoNotPrimaryException", "MongoAuthenticationException", "NoHostAvailableException"],
            Remediation = ["Check that the server runs and is reachable from where {culprit} runs, and that the connection string is right.", "Let the client reconnect on its own (abortConnect=false); share one client per process."],
        },
    ];

    /// <summary>Asked after what the codes say.</summary>
    public static IReadOnlyList<ClassificationRule> Queries { get; } =
    [
        new()
        {
            // What a driver's serializer says is about the data's shape, not about the database.
            Id = "driver-serialization", Category = Serialization, Severity = High, Types = ["BsonSerializationException", "*SerializationException", "*DeserializationException"],
            Remediation = ["Compare what is stored with the type that {culprit} reads it into: a member that was renamed, an older document, or a class without a mapping."],
        },
        new()
        {
            Id = "driver-configuration", Category = ErrorCategories.Configuration, Severity = Critical, Types = ["MongoConfigurationException", "RedisConfigurationException", "*DriverConfigurationException"],
            Remediation = ["Correct the connection string or the client's settings at {culprit}: the message names the option."],
        },
        new()
        {
            Id = "db-schema", Category = Database, Severity = Critical,
            Messages =
            [
                "Invalid column name", "Invalid object name", "relation \"*does not exist", "column*does not exist", "no such table", "no such column", "Unknown column '*' in '", "Table '*' doesn't exist", "ORA-00942", "ORA-00904", "has no column named", "Could not find stored procedure", "42P01", "42703", "function *(*) does not exist", "The model for context*has pending changes", "The model backing the*context has changed", "There is already an object named",
                "Column name or number of supplied values does not match", "must be unique in the database",
            ],
            Remediation = ["The code at {culprit} and the database's schema differ: apply the missing migration, before the new code takes traffic.", "Make migrations work with both the old and the new release."],
        },
        new()
        {
            Id = "db-query", Category = Database, Severity = High,
            Messages =
            [
                "LINQ*could not be translated", "query could not be translated", "expression*could not be translated", "translated to SQL", "The LINQ expression", "Incorrect syntax near", "syntax error at or near", "expects parameter '@", "Ambiguous column name", "data type resulted in", "GROUP BY clause", "ORDER BY clause", "WHERE clause", "SELECT list", "PlanExecutor", "NOSCRIPT", "^MOVED {n}", "cache lookup failed for relation", "cache lookup failed for type", "cache lookup failed for function", "cache lookup failed for attribute", "cache lookup failed for index", "cache lookup failed for constraint", "filegroup", "SELECT statement", "INSERT statement", "UPDATE statement", "DELETE statement", "MERGE statement", "Must declare the table variable", "The multi-part identifier", "identifier*could not be bound", "cannot execute INSERT", "cannot execute UPDATE", "cannot execute DELETE", "Every derived table", "Truncated incorrect", "Illegal mix of collations", "sql_mode", "cursor \"", "relation \"", "column reference", "missing FROM-clause", "Invalid use of group function", "Operand should contain", "Unknown collation", "bind message supplies", "parameter placeholders", "Parameter '@", "parameter '@", "BSON", "aggregation pipeline", "Invalid `prisma", "entity metadata", "IDENTITY_INSERT", "implicit conversion from data type", "ExecuteNonQuery", "DbCommand", "CommandText", "CROSSSLOT", "CLUSTERDOWN", "MASTERDOWN", "MISCONF", "ERR unknown command", "ERR value is not", "ERR wrong number", "ERR Protocol", "EXECABORT", "BUSYGROUP", "NOGROUP", "ERR syntax", "no transaction is in progress", "You have an error in your SQL syntax", "near \"*\": syntax error", "Must declare the scalar variable", "ORA-00933", "ORA-00936", "cannot be tracked because another instance", "Unable to track an", "The property*is part of a key and so cannot be modified", "The entity type*requires a primary key", "The entity type*was not found",
                "Cannot create a DbSet", "instance*already being tracked", "Data is Null. This method or property cannot be called on Null values", "Conversion failed when converting", "invalid input syntax for", "Cannot write DateTime with Kind", "The SELECT permission was denied", "permission denied for table", "permission denied for relation", "permission denied for schema", "permission denied for sequence", "permission denied for database", "permission denied for function", "permission denied for view", "permission denied for language", "permission denied for materialized", "SQLite Error 1:", "Incorrect string value", "Unable to cast object of type 'System.DBNull'", "Error converting data type", "No mapping exists from object type",
                "Subquery returned more than 1 value", "more than one row returned by a subquery", "the current transaction is aborted", "current transaction is aborted", "The transaction log for database", "This SqlTransaction has completed",
                "does not support user-initiated transactions", "WRONGTYPE Operation", "READONLY You can't write", "LOADING Redis", "OOM command not allowed", "no data is present", "not authorized on * to execute command",
            ],
            Remediation = ["Read the statement that {culprit} sends (log SQL at debug with the same correlation id) and correct it.", "Cover the query with a test against the real database; in-memory fakes do not translate."],
        },
        new()
        {
            Id = "db-cancelled-driver", Category = Cancelled, Severity = Low, Types = DriverTypes, Messages = ["cancelled by user", "canceled by user", "operation was canceled", "operation was cancelled", "task was canceled"],
            Remediation = ["The caller gave up while the statement ran: let {culprit} treat cancellation as an end, not as an error.", "If nobody cancelled, a time-out did: see which token is passed, and how long the statement takes."],
        },
        new()
        {
            Id = "db-missing-driver", Category = NotFound, Severity = Medium, Types = DriverTypes, Messages = ["No document found", "depends on one or more records", "record*not found", "Could not find any entity", "no rows", "no such an entity"],
            Remediation = ["See which row {culprit} asks for, and whether it was deleted or never there; answer 404, not 500."],
        },
        new()
        {
            Id = "db-timeout-driver", Category = DatabaseTimeout, Severity = High, Types = DriverTypes, Messages = ["timed out", "timeout", "time limit"],
            Remediation = ["Take the statement behind {culprit} and read its plan, and see whether another transaction blocks it at those times.", "Raise the time-out only for work that is meant to be long."],
        },
        new()
        {
            Id = "db-constraint-driver", Category = DatabaseConstraint, Severity = High, Types = DriverTypes, Messages = ["constraint", "failed validation", "duplicate", "unique"],
            Remediation = ["The data that {culprit} saves breaks a rule of the schema: check it where it comes in, before saving."],
        },
        new()
        {
            Id = "db-connection-driver", Category = DatabaseConnection, Severity = Critical, Types = DriverTypes, Messages = ["connection", "connecting", "SSL", "TLS", "handshake", "certificate", "retries per request", "security context", "server principal", "is blocked", "currently busy", "from the stream", "to the stream", "connect to", "broker", "endpoint", "network", "socket", "transport", "ECONNREFUSED", "ENOTFOUND", "ETIMEDOUT", "authenticat*", "login"],
            Remediation = ["Check that the server runs and is reachable from where {culprit} runs, and that the connection string is right."],
        },
        new()
        {
            Id = "db-other", Category = Database, Severity = High, Types = DriverTypes,
            Remediation = ["See the driver's own number and text in the innermost cause; {culprit} is where the app called it.", "Look at the database's log at those times."],
        },
        CodeRules.OtherDatabase,
        new()
        {
            Id = "db-unreachable", Category = DatabaseConnection, Severity = Critical, Messages = ["MySQL", "MariaDB", "PostgreSQL", "Postgres", "SQL Server", "MongoDB", "Redis", "Oracle database", "the database", "database server", "to database"],
            Reads = MessageShapes.SaysUnreachable,
            Remediation = ["Check that the server runs and is reachable from where {culprit} runs, and that the connection string's host, name and account are right."],
        },
        new()
        {
            Id = "db-message", Category = Database, Severity = High, Messages = ["saving the entity changes", "updating the entries", "transaction has been aborted", "could not execute statement", "Error executing SQL", "DbContext", "admin mode is enabled", "entity type '*'", "OnModelCreating", "The navigation '", "DbSet<", "Microsoft.EntityFrameworkCore", "could not be mapped", "used inside Include", "context instances within", "HasOne(", "HasMany(", "keyless entity", "owned entity type", "AsNoTracking", "FromSql", "owned type", "alternate key", "global query filter", "query filters", "query filter has been", "query filter expression", "query filter defined", "SaveChanges", "DbContextOptions", "OnConfiguring", "shadow property", "The migration '", "change tracker"],
            When = errorEvent => !errorEvent.Message.Contains("disposed", StringComparison.OrdinalIgnoreCase) && !errorEvent.Message.Contains("Unable to create", StringComparison.Ordinal) && !errorEvent.Message.Contains("No database provider", StringComparison.Ordinal) && !errorEvent.Message.Contains("resolve", StringComparison.OrdinalIgnoreCase),
            Remediation = ["See the innermost cause and the database's log at those times; {culprit} is where the app called it."],
        },
    ];
}
