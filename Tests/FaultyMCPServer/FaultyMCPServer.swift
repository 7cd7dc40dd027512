@main
enum FaultyMCPServer { static func main() {} }
